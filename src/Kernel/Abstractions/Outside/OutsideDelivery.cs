using ServicePlatform.Commands;

namespace ServicePlatform.Outside;

/// <summary>
/// One kind of delivery to somebody outside the product: a message gateway, a partner's address. Register it with
/// <c>services.AddScoped&lt;OutsideDelivery, MyDelivery&gt;()</c>. Its name is the text <c>Outside.{Kind}</c> of the module.
/// <para>
/// What is delivered is a row of the module's own; the queue holds its id only. A delivery may reach the other side twice where an
/// acknowledgement was lost, so the module gives the other side the id to tell repeats by.
/// </para>
/// </summary>
public abstract class OutsideDelivery
{
    /// <summary>Stable, lower case, module first: <c>messaging.message</c>. At most 64 characters.</summary>
    public abstract string Kind { get; }

    /// <summary>How long it is tried; a day unless the kind says otherwise. Past this time it is given up.</summary>
    public virtual TimeSpan TriedFor => TimeSpan.FromDays(1);

    /// <summary>Page below the site that shows what is delivered: <c>app/messages/{id}</c>; null for none.</summary>
    public virtual string? PageOf(Guid subjectId) => null;

    /// <summary>
    /// Hands it over, outside any transaction, within a minute. Rows that it adds are saved with the outcome. A failure that is
    /// <see cref="FailureKind.Unavailable"/> is tried again, as is an exception; any other one is the last word.
    /// </summary>
    /// <returns>Who took it, for the record: the provider's name.</returns>
    public abstract Task<Result<string>> SendAsync(Guid subjectId, CancellationToken cancellationToken);

    /// <summary>Writes down what became of an attempt, in the transaction that also moves the queue on.</summary>
    public abstract Task RecordAsync(Guid subjectId, OutsideAttempt attempt, CancellationToken cancellationToken);
}

public enum OutsideOutcome
{
    Delivered,

    /// <summary>It will be tried again.</summary>
    TryAgain,

    /// <summary>Refused for good, or tried for long enough. Somebody may still have it tried again.</summary>
    GivenUp,
}

/// <summary>What became of one attempt.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="TakenBy">Who took it; null where nobody did.</param>
/// <param name="Failure">Why nobody took it; null where somebody did.</param>
public sealed record OutsideAttempt(OutsideOutcome Outcome, int Number, string? TakenBy, Failure? Failure);
