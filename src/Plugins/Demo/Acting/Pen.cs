using ServicePlatform.Commands;
using ServicePlatform.Demo.Planning;
using ServicePlatform.Sites;

namespace ServicePlatform.Demo.Acting;

/// <summary>Writes the acts of one job, one after the other.</summary>
internal sealed class Pen(Scene scene, Script script, JobPlan job)
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(2);

    public Scene Scene => scene;

    public JobPlan Job => job;

    public Dice Dice => scene.Dice;

    /// <summary>Time of the last act, UTC.</summary>
    public DateTime At { get; private set; } = job.Start;

    /// <summary>How long a device keeps what is done before it can send it.</summary>
    public TimeSpan Lag { get; set; }

    /// <summary>Lets minutes pass, and where hours are named waits for them.</summary>
    public void After(double low, double high, Hours? hours = null, double morning = 40) => To(At + Dice.Minutes(low, high), hours, morning);

    /// <summary>Goes to the instant, never back and never past the set-up.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="hours">When it is done; null for any time.</param>
    /// <param name="morning">Minutes after opening within which what waited for it is taken up.</param>
    public void To(DateTime at, Hours? hours = null, double morning = 40)
    {
        var within = hours is { } working ? scene.Time.Into(at, working, Dice.Minutes(2, morning)) : at;
        var next = within > At + LeastPause ? within : At + LeastPause;
        At = next < scene.Time.Now ? next : scene.Time.Now;
    }

    public void Do<T>(Func<PastActor> actor, Func<ICommand<T>> command, Action<T>? done = null)
    {
        var at = At + Delay;
        Add(async stage =>
        {
            var answer = await stage.DoAsync(command(), actor(), at);
            done?.Invoke(answer);
        });
    }

    public void Do<T>(string userName, Func<ICommand<T>> command, Action<T>? done = null) => Do(() => new PastActor.Staff(userName), command, done);

    /// <summary>A command that changes the request in the version that stands.</summary>
    public void OnRequest<T>(string userName, Func<int, ICommand<T>> command, Action<T>? done = null)
    {
        var at = At;
        Add(async stage =>
        {
            var version = (await stage.RequestAsync(job.RequestId, at)).Version;
            var answer = await stage.DoAsync(command(version), new PastActor.Staff(userName), at);
            done?.Invoke(answer);
        });
    }

    /// <summary>A command that changes the order in the version that stands.</summary>
    public void OnOrder<T>(string userName, Func<int, ICommand<T>> command, Action<T>? done = null)
    {
        var at = At;
        Add(async stage =>
        {
            var version = (await stage.OrderAsync(job.OrderId, at)).Version;
            var answer = await stage.DoAsync(command(version), new PastActor.Staff(userName), at);
            done?.Invoke(answer);
        });
    }

    /// <summary>Reads something when its time has come.</summary>
    public void Look(Func<Stage, Task> look) => Add(look);

    private TimeSpan Delay => At + Lag < scene.Time.Now ? Lag : TimeSpan.Zero;

    private void Add(Func<Stage, Task> act) => script.Add(At + Delay, act);
}
