using ServicePlatform.Demo.Planning;
using ServicePlatform.Phones;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Demo.Acting;

/// <summary>From the customer's words to an order, or to an answer that needs none.</summary>
internal sealed class IntakeScript(Pen pen, OwnFields fields, int number)
{
    private static readonly string[] ByAgent = [Channels.Phone, Channels.Phone, Channels.WeChat];

    private JobPlan Job => pen.Job;

    private Scene Scene => pen.Scene;

    private string Clerk
    {
        get
        {
            var agents = Scene.Material.Accounts.UserNames("agent");
            return Job.OwnIntake ?? agents[number % agents.Count];
        }
    }

    /// <summary>The portal never closes; who answers the telephone goes home.</summary>
    private bool IsByPortal =>
        Job.Ending is Ending.New || !Hours.Desk.Include(Scene.Time.Local(Job.Start).TimeOfDay) || (Job.OwnIntake is null && number % 3 == 1);

    /// <summary>True where an order has been made of it.</summary>
    public bool Write()
    {
        Ask();
        switch (Job.Ending)
        {
            case Ending.New:
                return false;
            case Ending.Solved or Ending.SolvedAndClosed:
                pen.After(9, 18, Hours.Desk);
                pen.OnRequest(Clerk, version => new SolveRequestRemotely(Job.RequestId, Scene.Say(Job.Fault.Conclusion), version));
                break;
            case Ending.Rejected or Ending.RejectedAndClosed:
                pen.After(4, 12, Hours.Desk);
                var reason = Scene.Material.Phrases.Rejected[Job.Ending == Ending.Rejected ? 0 : 1];
                pen.OnRequest(Clerk, version => new RejectRequest(Job.RequestId, Scene.Say(reason), version));
                break;
            case Ending.Duplicate or Ending.DuplicateAndClosed:
                pen.After(3, 8, Hours.Desk);
                Duplicate();
                break;
            default:
                Triage();
                break;
        }

        if (Job.Ending is Ending.SolvedAndClosed or Ending.RejectedAndClosed or Ending.DuplicateAndClosed)
        {
            pen.After(8, 25, Hours.Desk);
            pen.OnRequest(Clerk, version => new CloseRequest(Job.RequestId, version));
        }

        return Job.IsOrder;
    }

    private void Ask()
    {
        var (fault, machine) = (Job.Fault, Job.Machine);
        var report = Job.Report ?? Scene.Say(Scene.Wording.Choose(fault.Reports, Job.Customer));
        var wish = Job.Slot is { } slot && pen.Dice.Chance(40) ? slot : (Slot?)null;
        var (from, until) = (wish?.From(Scene.Time), wish?.Until(Scene.Time));
        if (IsByPortal)
        {
            pen.Do(
                () => new PastActor.Customer(Job.Customer.Id, PhoneNumber.Parse(Job.Customer.Phones[0])!.E164),
                () => new SubmitRequest(Job.Customer.Id, machine?.Id, Job.Customer.AddressId, fault.JobType, report, from, until, null),
                Received);
            return;
        }

        var channel = Job.OwnIntake is null ? ByAgent[number % ByAgent.Length] : Channels.Outlet;
        pen.Do(
            Clerk,
            () => new RecordRequest(Job.Customer.Id, machine?.Id, Job.Customer.AddressId, channel, fault.JobType, report, fault.Urgency, from, until),
            Received);
    }

    private void Received(Guid id) => Job.RequestId = id;

    private void Duplicate()
    {
        var (at, original) = (pen.At, Job.Original!);
        pen.Look(async stage => _original = (await stage.RequestAsync(original.RequestId, at)).Number);
        pen.OnRequest(Clerk, version => new MarkRequestDuplicate(Job.RequestId, _original, version));
    }

    private string _original = "";

    private void Triage()
    {
        pen.After(1, 5, Hours.Desk, morning: 12);
        var note = Scene.Material.Phrases.TriageNotes.GetValueOrDefault(Job.Fault.Category);
        pen.OnRequest(Clerk, version => new TriageRequest(
            Job.RequestId, Job.Fault.JobType, Job.Fault.Urgency, Job.Machine?.Id, Job.Customer.AddressId, note is null ? null : Scene.Say(note), version));
        if (Job.Ending == Ending.Triaged)
        {
            return;
        }

        pen.After(0.3, 1.5);
        pen.OnRequest(Clerk, version => new ConvertRequest(Job.RequestId, version), id => Job.OrderId = id);
        if (fields.Of(Job) is { } own)
        {
            pen.Do(Clerk, () => new SetOrderFields(Job.OrderId, own));
        }
    }
}
