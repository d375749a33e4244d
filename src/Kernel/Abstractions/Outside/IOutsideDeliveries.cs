namespace ServicePlatform.Outside;

/// <summary>Hands things to others after the commit, with patience.</summary>
public interface IOutsideDeliveries
{
    /// <summary>Puts a delivery into the queue with the current transaction. It leaves after the commit, and is tried again for as long as its kind says.</summary>
    /// <param name="kind">Of an <see cref="OutsideDelivery"/>.</param>
    /// <param name="subjectId">The module's row that is delivered. Queued twice, it is delivered once.</param>
    void Queue(string kind, Guid subjectId);
}
