using ServicePlatform.Commands;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Timelines;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>The rules of doing steps: checks before work, flushing in order, limits with remedies.</summary>
internal sealed partial class Visit
{
    /// <summary>What has to be done before this step, or null where it can be done now.</summary>
    public Failure? BlockedBy(VisitStep step)
    {
        // The water pressure and the mains voltage are measured before anything is installed.
        var check = step.Section == ProcedureSection.Workplace ? null : _steps.Find(other => other.LineId == step.LineId
            && other is { Section: ProcedureSection.Workplace, Kind: StepKind.Reading, IsMandatory: true, IsDone: false });
        if (check is not null)
        {
            return Failure.Conflict("orders.step-check-first", check.TitleWords().Shown);
        }

        var stage = step.Kind != StepKind.Flush ? null : _steps.Find(other => other.LineId == step.LineId
            && other is { Kind: StepKind.Flush, IsDone: false } && ComesBefore(other, step));
        return stage is null ? null : Failure.Conflict("orders.step-flush-order", stage.TitleWords().Shown);
    }

    public Failure? DoStep(string code, double? value, string? text, int? minutes, DateTime at, DateTime now)
    {
        var found = FindStep(code);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var step = found.Value;
        if ((BlockedBy(step) ?? Check(step, value, text, minutes)) is { } failure)
        {
            return failure;
        }

        var outside = step.Kind == StepKind.Reading && !step.Accepts(value!.Value);
        step.Record(
            step.Kind == StepKind.Reading ? value : null,
            step.Kind == StepKind.Reading ? null : text,
            outside ? text : null,
            step.Kind == StepKind.Flush ? minutes : null);
        step.MarkDone(at, now);
        if (outside)
        {
            Note("orders.reading-outside", TimelineValue.Both(step.Title, step.EnglishTitle));
        }

        return null;
    }

    /// <summary>Null where a photo can be added, to the step if one is named.</summary>
    public Failure? CanAddPhoto(string? stepCode, DateTime at)
    {
        if (SignedAt is { } signed && at > signed)
        {
            return Failure.Conflict("orders.step-signed");
        }

        if (State != VisitState.Working)
        {
            return State == VisitState.Arrived && stepCode is null ? null : WrongState(State);
        }

        if (stepCode is null)
        {
            return null;
        }

        var found = FindStep(stepCode);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        return found.Value.Kind == StepKind.Photo ? BlockedBy(found.Value) : Failure.Invalid("StepCode", "orders.step-takes-no-photo");
    }

    /// <summary>Leaves the visit's own row alone, so that photos can arrive side by side.</summary>
    public void AddPhoto(VisitPhoto photo, DateTime now)
    {
        _photos.Add(photo);
        _steps.Find(step => step.Code == photo.StepCode && !step.IsDone)?.MarkDone(photo.TakenAt, now);
    }

    private static bool ComesBefore(VisitStep other, VisitStep step) =>
        (other.FlushPosition ?? 0, other.Order).CompareTo((step.FlushPosition ?? 0, step.Order)) < 0;

    private Result<VisitStep> FindStep(string code)
    {
        if (State != VisitState.Working)
        {
            return WrongState(State);
        }

        return _steps.Find(step => step.Code == code) is { } found ? found : Failure.NotFound("orders.step-not-found");
    }

    private Failure? Check(VisitStep step, double? value, string? text, int? minutes)
    {
        if (SignedAt is not null && step.Kind != StepKind.Signature)
        {
            return Failure.Conflict("orders.step-signed");
        }

        return step.Kind switch
        {
            StepKind.Reading => CheckReading(step, value, text),
            StepKind.Flush when minutes is null || minutes < (step.MinimumMinutes ?? 0) =>
                Failure.Invalid("Minutes", "orders.step-flush-short", step.MinimumMinutes ?? 0),
            StepKind.Text when string.IsNullOrWhiteSpace(text) => Failure.Invalid("Text", "orders.step-text-needed"),
            StepKind.Photo when !_photos.Exists(photo => photo.StepCode == step.Code) => Failure.Conflict("orders.step-photo-needed"),
            StepKind.Signature when SignedAt is null => Failure.Conflict("orders.not-signed"),
            StepKind.FilterChange when !FiltersChangedOn(step) => Failure.Conflict("orders.step-filter-needed"),
            _ => null,
        };
    }

    private static Failure? CheckReading(VisitStep step, double? value, string? text)
    {
        if (value is not { } reading || !double.IsFinite(reading))
        {
            return Failure.Invalid("Value", "orders.step-value-needed");
        }

        return step.Accepts(reading) || !string.IsNullOrWhiteSpace(text)
            ? null
            : Failure.Invalid("Text", "orders.step-remedy-needed", Limits.Describe(step.Minimum, step.Maximum, step.Unit));
    }

    private bool FiltersChangedOn(VisitStep step)
    {
        var machine = _lines.Find(line => line.LineId == step.LineId)?.MachineId;
        return _filterChanges.Exists(change => change.MachineId == machine && (step.FlushPosition is null || change.Position == step.FlushPosition));
    }
}
