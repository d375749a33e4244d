using ServicePlatform.Demo.Planning;
using ServicePlatform.Geography;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Demo.Acting;

internal enum VisitOutcome
{
    Finished,
    NobodyHome,
    AwaitingPart,

    /// <summary>Not ended at set-up.</summary>
    UnderWay,
}

/// <summary>A visit from setting out to its end.</summary>
internal sealed class VisitScript(Pen pen, ProcedureBook procedures, Gallery gallery)
{
    private JobPlan Job => pen.Job;

    private Scene Scene => pen.Scene;

    private string Technician => Job.Technician!.UserName;

    /// <param name="slot">When the customer expects him.</param>
    /// <param name="outcome">How it ends.</param>
    /// <param name="isAgain">The work was done and is to be proven again.</param>
    public async Task WriteAsync(Slot slot, VisitOutcome outcome, bool isAgain = false)
    {
        pen.Lag = TimeSpan.Zero;
        Travel(slot, outcome);
        if (outcome == VisitOutcome.UnderWay && Job.Ending == Ending.EnRoute)
        {
            return;
        }

        Arrive(outcome);
        if (outcome == VisitOutcome.NobodyHome)
        {
            pen.After(13, 17);
            var at = pen.At;
            pen.Do(Technician, () => new ReportNobodyHome(Job.VisitId, at, Scene.Say(Scene.Material.Phrases.NobodyHome)));
            return;
        }

        if (outcome == VisitOutcome.UnderWay && Job.Ending == Ending.Arrived)
        {
            return;
        }

        await WorkAsync(outcome, isAgain);
        pen.Lag = TimeSpan.Zero;
    }

    private void Travel(Slot slot, VisitOutcome outcome)
    {
        var from = slot.From(Scene.Time);
        var minutesBefore = Job.Ending switch { Ending.EnRoute => 12, Ending.Arrived => 35, _ => 75 };
        var underWay = Scene.Time.LastWork.AddMinutes(-minutesBefore);
        pen.To(outcome == VisitOutcome.UnderWay ? (underWay > from.AddMinutes(-5) ? underWay : from.AddMinutes(-5)) : from + pen.Dice.Minutes(0, 8));
        var at = pen.At;
        pen.Do(Technician, () => new StartTravel(Job.VisitId, at));
    }

    private void Arrive(VisitOutcome outcome)
    {
        var latest = Scene.Time.LastWork.AddMinutes(-2);
        if (outcome == VisitOutcome.UnderWay)
        {
            // What is left until now is shared between the way and the work.
            pen.To(pen.At + TimeSpan.FromMinutes(Math.Min(20, (latest - pen.At).TotalMinutes * 0.4)));
        }
        else
        {
            pen.After(9, 24);
        }

        var (fix, accuracy) = Fix(Job.Ending == Ending.Closed ? Job.Twist : Twist.None);
        pen.Lag = Job is { Ending: Ending.Closed, Twist: Twist.Offline } ? TimeSpan.FromMinutes(14) : TimeSpan.Zero;
        var at = pen.At;
        pen.Do(Technician, () => new ConfirmArrival(Job.VisitId, at, fix, accuracy));
    }

    /// <summary>What the device says of its place: a few steps from the door, in the datum of satellites.</summary>
    private (GeoPoint? Fix, double? Accuracy) Fix(Twist twist)
    {
        if (twist is Twist.NoFix or Twist.Offline)
        {
            return (null, null);
        }

        var door = Job.Customer.Position ?? new GeoPoint(Job.Customer.Place.Latitude, Job.Customer.Place.Longitude, Datum.Gcj02);
        var place = door.To(Datum.Wgs84);
        var off = twist == Twist.TooFar ? 0.011 : 0;
        var fix = new GeoPoint(
            Math.Round(place.Latitude + off + pen.Dice.Between(-0.0002, 0.0002), 6), Math.Round(place.Longitude + pen.Dice.Between(-0.0002, 0.0002), 6), Datum.Wgs84);
        return (fix, twist == Twist.Inaccurate ? 850 : pen.Dice.Between(6, 28));
    }

    private async Task WorkAsync(VisitOutcome outcome, bool isAgain)
    {
        pen.After(1, 4);
        var begun = pen.At;
        pen.Do(Technician, () => new StartWork(Job.VisitId, begun));
        var work = new StepScript(pen, gallery, new Measures(Scene, Job, begun), isAgain);
        work.Write(await procedures.StepsAsync(Job), outcome);
    }
}
