namespace ServicePlatform.Security;

/// <summary>Names the client brands that a site serves. Implemented by the module that owns principals.</summary>
public interface IPrincipalNames
{
    /// <summary>Active ones that the actor works for, by id.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken);

    /// <summary>Codes of all that the actor works for, also of those that are not active, by id.</summary>
    Task<IReadOnlyDictionary<Guid, string>> CodesAsync(CancellationToken cancellationToken);
}
