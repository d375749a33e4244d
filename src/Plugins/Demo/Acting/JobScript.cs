using ServicePlatform.Demo.Planning;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Demo.Acting;

/// <summary>A whole job: intake, dispatch, one or two visits, review.</summary>
internal sealed class JobScript(Scene scene, Script script, OwnFields fields, ProcedureBook procedures, Gallery gallery)
{
    /// <summary>A second visit and its review need some days before the set-up.</summary>
    private const int DaysForSecondVisit = 7;

    /// <summary>What has to be brought or looked at first takes the morning.</summary>
    private const int AfternoonOn = 2;

    private int _number;

    public async Task WriteAsync(JobPlan job)
    {
        var pen = new Pen(scene, script, job);
        if (!new IntakeScript(pen, fields, _number++).Write())
        {
            return;
        }

        var second = SecondSlot(job);
        var dispatch = new DispatchScript(pen);
        if (!dispatch.Write(job.Slot) || job.Slot is not { } slot)
        {
            return;
        }

        if (job.Ending == Ending.Cancelled)
        {
            Cancel(pen, slot);
            return;
        }

        if (second is { } moved && job.Twist == Twist.Moved)
        {
            pen.After(20, 70);
            dispatch.Book(scene.Material.Accounts.UserNames("agent")[0], moved, because: scene.Say(scene.Material.Phrases.Moved));
            slot = moved;
        }

        var visits = new VisitScript(pen, procedures, gallery);
        var review = new ReviewScript(pen);
        switch (job.Ending == Ending.Closed ? job.Twist : Twist.None)
        {
            case Twist.NobodyHome when second is not null:
                await visits.WriteAsync(slot, VisitOutcome.NobodyHome);
                await ReturnAsync(pen, dispatch, visits, second.Value);
                break;
            case Twist.AwaitingPart when second is not null:
                await visits.WriteAsync(slot, VisitOutcome.AwaitingPart);
                pen.To(second.Value.From(scene.Time).AddHours(-5), Hours.Outlet);
                pen.OnOrder(job.Outlet.UserName, version => new ResumeOrder(job.OrderId, version));
                await ReturnAsync(pen, dispatch, visits, second.Value);
                break;
            case Twist.SentBack when second is not null:
                await visits.WriteAsync(slot, VisitOutcome.Finished);
                review.SendBack(0.5, 4);
                await ReturnAsync(pen, dispatch, visits, second.Value, isAgain: true);
                break;
            default:
                await visits.WriteAsync(slot, OutcomeOf(job.Ending));
                break;
        }

        review.Write();
    }

    private static VisitOutcome OutcomeOf(Ending ending) => ending switch
    {
        Ending.EnRoute or Ending.Arrived or Ending.Working => VisitOutcome.UnderWay,
        Ending.NobodyHome => VisitOutcome.NobodyHome,
        Ending.AwaitingPart => VisitOutcome.AwaitingPart,
        _ => VisitOutcome.Finished,
    };

    private async Task ReturnAsync(Pen pen, DispatchScript dispatch, VisitScript visits, Slot slot, bool isAgain = false)
    {
        pen.After(10, 40, Hours.Outlet);
        dispatch.Book(pen.Job.Outlet.UserName, slot);
        await visits.WriteAsync(slot, VisitOutcome.Finished, isAgain);
    }

    /// <summary>For twists that need another visit: the same technician two or three days later.</summary>
    private Slot? SecondSlot(JobPlan job)
    {
        var needed = job.Ending == Ending.Closed && job.Twist is Twist.NobodyHome or Twist.AwaitingPart or Twist.SentBack or Twist.Moved;
        if (!needed || job.Slot is not { } first || scene.Time.Today.DayNumber - first.Day.DayNumber < DaysForSecondVisit)
        {
            return null;
        }

        var slot = new Slot(first.Day.AddDays(2), scene.Dice.Between(AfternoonOn, Slot.Starts.Count - 1));
        while (!scene.Calendar.TryTake(job.Technician!.Id, slot))
        {
            slot = slot.Next;
        }

        return slot;
    }

    private void Cancel(Pen pen, Slot slot)
    {
        var latest = slot.From(scene.Time).AddMinutes(-30);
        pen.After(15, 90);
        pen.To(pen.At < latest ? pen.At : latest);
        var reason = scene.Say(scene.Dice.Pick(scene.Material.Phrases.Cancelled));
        pen.OnOrder(scene.Material.Accounts.UserNames("agent")[0], version => new CancelOrder(pen.Job.OrderId, reason, version));
    }
}
