using ServicePlatform.Commands;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>What happens from setting out to the end.</summary>
internal sealed partial class Visit
{
    public Failure? SetOut(DateTime at)
    {
        if (Move(VisitState.EnRoute, at) is { } failure)
        {
            return failure;
        }

        TravelStartedAt = at;
        Note("orders.travel-started");
        Raise(new TravelStarted(Id, OrderId, CustomerId));
        return null;
    }

    /// <summary>Never refused for the place: a fix that is far off is kept and flagged.</summary>
    public Failure? Arrive(Arrival arrival, DateTime at)
    {
        if (Move(VisitState.Arrived, at) is { } failure)
        {
            return failure;
        }

        ArrivedAt = at;
        ArrivalOutcome = arrival.Outcome;
        ArrivalLatitude = arrival.Position?.Latitude;
        ArrivalLongitude = arrival.Position?.Longitude;
        ArrivalDatum = arrival.Position?.Datum;
        ArrivalAccuracyMetres = arrival.AccuracyMetres;
        ArrivalDistanceMetres = arrival.DistanceMetres;
        Note("orders.arrived", "@ArrivalOutcome." + arrival.Outcome);
        Raise(new TechnicianArrived(Id, OrderId, CustomerId));
        return null;
    }

    public Failure? BeginWork(string? procedureCode, LocalText? procedureTitle, IReadOnlyCollection<VisitStep> steps, DateTime at)
    {
        if (Move(VisitState.Working, at) is { } failure)
        {
            return failure;
        }

        WorkStartedAt = at;
        (ProcedureCode, ProcedureTitle, EnglishProcedureTitle) = (procedureCode, procedureTitle?.Zh ?? procedureTitle?.En, procedureTitle?.En);
        _steps.AddRange(steps);
        Note("orders.work-started");
        return null;
    }

    public Failure? ChangeFilter(Guid machineId, int position, string? serial, DateTime at, DateTime now)
    {
        if (State != VisitState.Working)
        {
            return WrongState(State);
        }

        if (SignedAt is not null)
        {
            return Failure.Conflict("orders.step-signed");
        }

        if (_filterChanges.Find(change => change.MachineId == machineId && change.Position == position) is { } known)
        {
            (known.Serial, known.At, known.RecordedAt) = (serial, at, now);
        }
        else
        {
            _filterChanges.Add(new FilterChange { VisitId = Id, MachineId = machineId, Position = position, Serial = serial, At = at, RecordedAt = now });
        }

        return null;
    }

    /// <summary>Mandatory steps that are not done yet.</summary>
    public IEnumerable<VisitStep> Missing => _steps.Where(step => step.IsMandatory && !step.IsDone);

    /// <summary>What closes the work cannot have been before what it closes, whatever a device's clock says.</summary>
    private Failure? TooEarly(DateTime at)
    {
        var last = _steps.Select(step => step.DoneAt).Append(SignedAt).Max();
        return last is { } before && at < before ? Failure.Invalid("At", "orders.act-too-early") : null;
    }

    /// <summary>Why it cannot be finished now, or null.</summary>
    public Failure? CanFinish()
    {
        if (State != VisitState.Working)
        {
            return WrongState(State);
        }

        return StepsLeft() ?? Unproven() ?? (SignedAt is null ? Failure.Conflict("orders.not-signed") : null);
    }

    /// <summary>Where no procedure holds for the job, a photo at least says what was done.</summary>
    private Failure? Unproven() => _steps.Count == 0 && _photos.Count == 0 ? Failure.Conflict("orders.photo-needed") : null;

    private Failure? StepsLeft()
    {
        var missing = Missing.Where(step => step.Kind != StepKind.Signature).ToList();
        return missing.Count == 0 ? null : Failure.Conflict("orders.steps-missing", missing.Count, missing[0].TitleWords().Shown);
    }

    public Failure? Finish(string? finding, string conclusion, DateTime at)
    {
        if ((CanFinish() ?? TooEarly(at)) is { } unready)
        {
            return unready;
        }

        if (Move(VisitState.Finished, at) is { } failure)
        {
            return failure;
        }

        (EndedAt, Finding, Conclusion) = (at, finding, conclusion);
        foreach (var line in _lines)
        {
            line.Outcome = VisitLineOutcome.Done;
        }

        Note("orders.visit-finished", Number);
        Raise(new VisitFinished(Id, OrderId, MachineId, CustomerId, JobType, at));
        return null;
    }

    /// <summary>Only after arrival.</summary>
    public Failure? FindNobody(string? note, DateTime at)
    {
        if (Move(VisitState.NobodyHome, at) is { } failure)
        {
            return failure;
        }

        (EndedAt, EndReason, EndNote) = (at, PauseReason.NobodyHome, note);
        CarryLines();
        Note("orders.nobody-home", Number);
        Raise(new NobodyHomeReported(Id, OrderId, CustomerId));
        return null;
    }

    /// <summary>
    /// Lines whose mandatory steps are all done stay done; the others are carried to the next visit. Where that would leave
    /// none, all are carried: the technician says that something is missing.
    /// </summary>
    public Failure? LeaveIncomplete(PauseReason reason, string note, DateTime at)
    {
        if (Move(VisitState.Incomplete, at) is { } failure)
        {
            return failure;
        }

        (EndedAt, EndReason, EndNote) = (at, reason, note);
        var done = _lines.Where(IsDone).ToList();
        foreach (var line in done.Count < _lines.Count ? done : [])
        {
            line.Outcome = VisitLineOutcome.Done;
        }

        CarryLines();
        Note("orders.visit-incomplete", Number, "@PauseReason." + reason);
        return null;
    }

    private bool IsDone(VisitLine line)
    {
        var steps = _steps.Where(step => step.LineId == line.LineId && step.IsMandatory
            && step.Kind != StepKind.Signature).ToList();
        return steps.Count > 0 && steps.TrueForAll(step => step.IsDone);
    }
}
