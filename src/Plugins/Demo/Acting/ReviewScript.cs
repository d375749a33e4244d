using ServicePlatform.Demo.Planning;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Demo.Acting;

/// <summary>Finished work is looked at, and closed, sent back or given up.</summary>
internal sealed class ReviewScript(Pen pen)
{
    /// <summary>What was left over is looked at in the course of the next day.</summary>
    private const double AllDay = 520;

    private JobPlan Job => pen.Job;

    private Scene Scene => pen.Scene;

    private string Reviewer => Scene.Material.Accounts.UserNames("claims")[0];

    public void Write()
    {
        switch (Job.Ending)
        {
            case Ending.UnderReview:
                pen.To(Scene.Time.LastWork - pen.Dice.Minutes(8, 30));
                Begin();
                break;
            case Ending.SentBack:
                SendBack(0.5, 15);
                break;
            case Ending.Unfixable:
                Begin(1, 15);
                pen.After(10, 30);
                pen.OnOrder(Reviewer, version => new DeclareUnfixable(Job.OrderId, Scene.Say(Scene.Material.Phrases.Unfixable), version));
                break;
            case Ending.Closed:
                Begin(0.4, 5);
                pen.After(3, 14);
                var note = pen.Dice.Chance(60) ? Scene.Say(pen.Dice.Pick(Scene.Material.Phrases.Closed)) : null;
                pen.OnOrder(Reviewer, version => new CloseOrder(Job.OrderId, note, version));
                break;
        }
    }

    /// <param name="lowHours">Least hours after the work.</param>
    public void SendBack(double lowHours, double highHours)
    {
        Begin(lowHours, highHours);
        pen.After(5, 15);
        pen.OnOrder(Reviewer, version => new SendBack(Job.OrderId, Scene.Say(Scene.Material.Phrases.SentBack), version));
    }

    private void Begin(double lowHours, double highHours)
    {
        pen.After(lowHours * 60, highHours * 60, Hours.Review, AllDay);
        Begin();
    }

    private void Begin() => pen.OnOrder(Reviewer, version => new StartReview(Job.OrderId, version));
}
