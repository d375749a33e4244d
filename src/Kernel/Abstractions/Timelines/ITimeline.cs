using ServicePlatform.Data;

namespace ServicePlatform.Timelines;

/// <summary>The history of things: facts that are added and never changed. Facts hold ids and plain values, no personal data.</summary>
public interface ITimeline
{
    /// <summary>Adds a fact in the current transaction.</summary>
    /// <param name="code">Lower case, module first; its words are the text <c>Timeline.{code}</c>: <c>orders.dispatched</c>.</param>
    /// <param name="values">Values for {0}, {1} ... of the text, each at most 400 characters. A value that starts with <c>@</c> names a text key; see <see cref="TimelineValue"/> for others that depend on the reader.</param>
    void Add(Subject subject, string code, params string[] values);

    /// <summary>Newest first. Texts are in the reader's language. The caller has checked that the actor may see the subject.</summary>
    Task<IReadOnlyList<TimelineEntry>> ReadAsync(IReadOnlyCollection<Subject> subjects, int limit, CancellationToken cancellationToken);
}

/// <param name="At">UTC time of the act.</param>
/// <param name="Actor">Name of who did it; empty for the product itself.</param>
public sealed record TimelineEntry(Guid Id, Subject Subject, DateTime At, string Actor, string Code, string Text);
