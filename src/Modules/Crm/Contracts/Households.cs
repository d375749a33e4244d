namespace ServicePlatform.Crm.Contracts;

/// <summary>What is known of how many live at a customer's.</summary>
public interface IHouseholdReader
{
    /// <summary>
    /// People in a household, 1 or more; organisations and households of which it is not known are left out. A bare number: the caller
    /// has checked that the actor may see what belongs to the customer, and his scope is not applied.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, int>> SizesAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken);
}
