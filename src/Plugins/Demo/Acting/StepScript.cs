using System.Globalization;
using ServicePlatform.Demo.Planning;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Demo.Acting;

/// <summary>The work at the customer's: every step of the procedure with what its kind asks for.</summary>
internal sealed class StepScript(Pen pen, Gallery gallery, Measures measures, bool isAgain)
{
    private const string SignedSheet = "signed-sheet.jpg";
    private const string Faucet = "faucet.jpg";

    private bool _isSigned;

    private JobPlan Job => pen.Job;

    private Scene Scene => pen.Scene;

    private string Technician => Job.Technician!.UserName;

    private List<FilterRow> Filters =>
        [.. (Job.Machine?.Model?.Filters ?? []).Where(filter => !isAgain && Job.Fault.FilterKinds.Contains(filter.Kind))];

    public void Write(IReadOnlyList<ResolvedStep> steps, VisitOutcome outcome)
    {
        foreach (var step in steps)
        {
            if (outcome == VisitOutcome.AwaitingPart && step.Section > ProcedureSection.Installation)
            {
                break;
            }

            if (step.Kind == StepKind.FilterChange && (Filters.Count == 0 || outcome == VisitOutcome.AwaitingPart))
            {
                continue;
            }

            if (outcome == VisitOutcome.AwaitingPart && step.Code == "repair-work")
            {
                break;
            }

            Pass(step);
            if (outcome == VisitOutcome.UnderWay && pen.At >= Scene.Time.LastWork.AddMinutes(-1))
            {
                return;
            }

            Do(step);
        }

        End(outcome, steps.Count == 0);
    }

    private void Pass(ResolvedStep step)
    {
        var (low, high) = (step.Section, step.Kind) switch
        {
            (_, StepKind.FilterChange) => (2.0 * Filters.Count, 4.0 * Filters.Count),
            (_, StepKind.Flush) => (Minutes(step) + 0.2, Minutes(step) + 1.5),
            (ProcedureSection.Installation, StepKind.Tick or StepKind.Photo) when step.Code is "mount" or "joints" or "repair-work" => (6, 11),
            (_, StepKind.Text or StepKind.Signature) => (2, 4),
            _ => (0.6, 2.2),
        };
        pen.After(low, high);
    }

    /// <summary>The procedure's least time, or that of a filter that has just been put in.</summary>
    private int Minutes(ResolvedStep step) => Filters.Select(filter => filter.FlushMinutes).Append(step.MinimumMinutes ?? 1).Max();

    private void Do(ResolvedStep step)
    {
        switch (step.Kind)
        {
            case StepKind.Reading:
                Read(step);
                break;
            case StepKind.Photo:
                foreach (var file in gallery.OfStep(step.Code, Job))
                {
                    Photograph(file, step.Code);
                }

                break;
            case StepKind.Signature:
                Sign();
                break;
            case StepKind.FilterChange:
                Change();
                Complete(step.Code);
                break;
            case StepKind.Flush:
                Complete(step.Code, minutes: Minutes(step));
                break;
            case StepKind.Text:
                Complete(step.Code, text: measures.Fill(Scene.Say(step.Section == ProcedureSection.Installation && step.Code == "diagnosis" ? Job.Fault.Finding : Job.Fault.Conclusion)));
                break;
            default:
                Complete(step.Code);
                break;
        }
    }

    private void Read(ResolvedStep step)
    {
        var value = measures.Of(step.Reading!.Value);
        var remedy = measures.Remedy(step.Reading.Value, Scene.Material.Phrases);
        if (remedy is null && (value < step.Minimum || value > step.Maximum))
        {
            throw new HistoryException($"A job of the kind '{Job.Fault.Code}' has no remedy for {value} at the step '{step.Code}'.");
        }

        Complete(step.Code, value, remedy is null ? null : Scene.Say(remedy));
        if (gallery.Showing(step.Reading.Value, value) is { } photo)
        {
            Photograph(photo.File, null);
        }
    }

    private void Complete(string code, double? value = null, string? text = null, int? minutes = null)
    {
        var at = pen.At;
        pen.Do(Technician, () => new CompleteStep(Job.VisitId, code, at, value, text, minutes));
    }

    private void Change()
    {
        foreach (var filter in Filters)
        {
            var at = pen.At;
            var serial = string.Create(CultureInfo.InvariantCulture, $"{filter.PartCode}-{Scene.Time.Local(at).AddDays(-40):yyMM}-{pen.Dice.Between(100, 9999):0000}");
            pen.Do(Technician, () => new ChangeFilter(Job.VisitId, filter.Position, serial, at));
            pen.After(0.2, 0.6);
        }
    }

    private void Photograph(string file, string? stepCode)
    {
        var at = pen.At;
        var name = string.Create(CultureInfo.InvariantCulture, $"IMG_{Scene.Time.Local(at):yyyyMMdd_HHmmss}.jpg");
        var angle = stepCode is null ? Scene.Say(gallery.Named(file).Angle) : null;
        pen.Do(Technician, () => new AddVisitPhoto(Job.VisitId, stepCode, angle, at, name, gallery.Take(file)));
        pen.After(0.1, 0.4);
    }

    /// <summary>Customers draw their name on the phone; some sign the sheet of paper too, which is photographed.</summary>
    private void Sign()
    {
        if (_isSigned)
        {
            return;
        }

        _isSigned = true;
        var isOnPaper = pen.Dice.Chance(15);
        if (isOnPaper)
        {
            Photograph(SignedSheet, null);
        }

        var at = pen.At;
        var number = pen.Dice.Between(0, 5);
        var name = Job.Customer.Name;
        var signer = pen.Dice.Chance(15) && Job.Customer.Kind == Crm.Contracts.CustomerKind.Person
            ? Scene.Say(Scene.Material.Phrases.FamilySigner).Replace("{name}", name, StringComparison.Ordinal)
            : name;
        pen.Do(Technician, () => new SignVisit(Job.VisitId, signer, at, gallery.Sign(number)));
    }

    private void End(VisitOutcome outcome, bool isFree)
    {
        if (outcome == VisitOutcome.AwaitingPart)
        {
            pen.After(3, 8);
            var left = pen.At;
            var part = Scene.Material.Catalogue.Parts.FirstOrDefault(row => row.Code == Job.Fault.Part);
            var note = Scene.Say(Scene.Material.Phrases.AwaitingPart).Replace("{part}", part is null ? "" : Scene.Say(part.Name), StringComparison.Ordinal);
            pen.Do(Technician, () => new LeaveIncomplete(Job.VisitId, left, PauseReason.AwaitingPart, note));
            return;
        }

        if (isFree)
        {
            pen.After(12, 20);
            Photograph(Faucet, null);
            Photograph("workplace-mat.jpg", null);
        }
        else if (Job.Fault.JobType == JobTypes.FilterChange)
        {
            Photograph(Faucet, null);
        }

        if (outcome == VisitOutcome.UnderWay)
        {
            return;
        }

        Sign();
        pen.After(1, 3);
        var at = pen.At;
        var finding = measures.Fill(Scene.Say(Job.Fault.Finding));
        var conclusion = measures.Fill(Scene.Say(isAgain ? Scene.Material.Phrases.Resent : Job.Fault.Conclusion));
        pen.Do(Technician, () => new FinishVisit(Job.VisitId, at, finding, conclusion));
    }
}
