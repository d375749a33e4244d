namespace ServicePlatform.Scheduling;

/// <summary>
/// Work that runs by itself in every site in which its feature is on. Register it as a contract in the feature's startup.
/// Its name is the text <c>Job.{Id}</c> and its purpose <c>Job.{Id}.Description</c> of the module.
/// <para>
/// A host that was killed runs it again after the start, so it does its work in steps that may be repeated: it sends commands, or
/// changes rows by condition. Due work is a row in the site's database; the job looks for it, the schedule does not hold it.
/// </para>
/// </summary>
public interface IRecurringJob
{
    /// <summary>Stable, lower case, module first: <c>kernel.housekeeping</c>. At most 64 characters.</summary>
    string Id { get; }

    JobSchedule Schedule { get; }

    /// <summary>Acts as the system, in a scope of the site of its own.</summary>
    /// <returns>What was done, for the log of runs.</returns>
    Task<JobReport> RunAsync(CancellationToken cancellationToken);
}

/// <summary>What a run has done.</summary>
/// <param name="Done">How many things it handled.</param>
/// <param name="Failed">How many it could not handle; the run then counts as failed in part.</param>
public sealed record JobReport(int Done, int Failed = 0);
