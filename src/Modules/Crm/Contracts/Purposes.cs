namespace ServicePlatform.Crm.Contracts;

/// <summary>
/// Says for which customers a module still has a purpose: a machine that stands with them, a job, a contract. Whoever nobody has a purpose for
/// any more is erased after the site's term. Implemented by higher modules.
/// </summary>
public interface ICustomerPurpose
{
    /// <summary>Ids of customers for whom there is a purpose now or was one at or after this time; runs inside other queries.</summary>
    /// <param name="since">UTC.</param>
    IQueryable<Guid> Customers(DateTime since);
}
