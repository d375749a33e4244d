namespace ServicePlatform.Tasks;

/// <summary>Starts long tasks of the current site.</summary>
public interface ILongTasks
{
    /// <summary>
    /// Puts a task into the queue with the current transaction: it begins after the commit. Who starts it, and his language, are
    /// kept with it.
    /// </summary>
    /// <param name="kind">Of a <see cref="LongTask"/>.</param>
    /// <param name="input">What it needs, serialised as JSON and stored encrypted.</param>
    /// <param name="subject">What it is about, for its name: a file, a site. At most 200 characters.</param>
    /// <param name="key">Where not null, no second task of this kind and key is queued while one is open; the open one's id is answered.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Id of the task, for <c>/app/tasks/{id}</c>.</returns>
    Task<Guid> StartAsync<TInput>(string kind, TInput input, string subject, string? key, CancellationToken cancellationToken)
        where TInput : notnull;

    /// <summary>How far tasks have come; those that are not there are left out.</summary>
    Task<IReadOnlyDictionary<Guid, LongTaskState>> StatesAsync(IReadOnlyCollection<Guid> taskIds, CancellationToken cancellationToken);

    /// <summary>
    /// Asks a task to stop. One that is queued never begins; one that runs ends before its next step. What its finished steps have
    /// done stays. Whether the actor may, the caller has seen to. A task that has ended is left alone.
    /// </summary>
    Task CancelAsync(Guid taskId, CancellationToken cancellationToken);
}
