using System.Text.Json;
using ServicePlatform.Commands;

namespace ServicePlatform.Tasks;

/// <summary>
/// Long work that somebody starts and then follows: an import, an export, a back-up. Register it with
/// <c>services.AddScoped&lt;LongTask, MyTask&gt;()</c>. Its name is the text <c>Task.{Kind}</c> of the module, with the subject as {0}.
/// <para>
/// It runs outside any request, as the person who started it and with what he may do now. It goes on after the host was killed:
/// it is run again, with what its last finished step has left behind.
/// </para>
/// </summary>
public abstract class LongTask
{
    /// <summary>Stable, lower case, module first: <c>devices.import</c>. At most 64 characters.</summary>
    public abstract string Kind { get; }

    /// <summary>What its starter must still be allowed when it begins; the commands of its steps are not asked again.</summary>
    public abstract string Permission { get; }

    /// <summary>The work itself, with its input as JSON.</summary>
    public abstract Task<Result<TaskOutcome>> RunAsync(string input, ITaskSteps steps, CancellationToken cancellationToken);

    /// <summary>Tidies up where the task was cancelled or has failed for good. Runs in a transaction; may be repeated.</summary>
    public abstract Task EndedAsync(string input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken);
}

/// <summary>A long task with a typed input, which is stored encrypted until the task has ended.</summary>
public abstract class LongTask<TInput> : LongTask
    where TInput : notnull
{
    public sealed override Task<Result<TaskOutcome>> RunAsync(string input, ITaskSteps steps, CancellationToken cancellationToken) =>
        RunAsync(Read(input), steps, cancellationToken);

    public sealed override Task EndedAsync(string input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken) =>
        EndedAsync(Read(input), taskId, phase, cancellationToken);

    protected abstract Task<Result<TaskOutcome>> RunAsync(TInput input, ITaskSteps steps, CancellationToken cancellationToken);

    protected virtual Task EndedAsync(TInput input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken) => Task.CompletedTask;

    private static TInput Read(string input) => JsonSerializer.Deserialize<TInput>(input)!;
}

/// <summary>What a task leaves behind.</summary>
/// <param name="Path">Page below the site that shows the result, or null.</param>
/// <param name="FileId">File to download, or null.</param>
public sealed record TaskOutcome(string? Path = null, Guid? FileId = null);

/// <summary>Tells how far a task has come, and remembers where to go on.</summary>
public interface ITaskSteps
{
    Guid TaskId { get; }

    /// <summary>What the last finished step left behind; null before there is one.</summary>
    string? Checkpoint { get; }

    /// <summary>Cheap to call often: written down about twice a second.</summary>
    /// <param name="done">Things done so far.</param>
    /// <param name="total">Things in all; null while unknown.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="OperationCanceledException">Somebody cancelled the task, or another process has taken it over.</exception>
    Task ReportAsync(long done, long? total, CancellationToken cancellationToken);

    /// <summary>
    /// One step in one transaction: its work and the checkpoint stand together or not at all, so a step that is finished is never
    /// repeated. A failure undoes the step only; the task may go on.
    /// </summary>
    /// <param name="work">Sends commands and changes rows.</param>
    /// <param name="checkpoint">Made when the work has succeeded.</param>
    /// <param name="done">Things done with this step.</param>
    /// <param name="total">Things in all; null while unknown.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="OperationCanceledException">Somebody cancelled the task, or another process has taken it over; the step is undone.</exception>
    Task<Result<T>> StepAsync<T>(Func<Task<Result<T>>> work, Func<T, string?> checkpoint, long done, long? total, CancellationToken cancellationToken);
}
