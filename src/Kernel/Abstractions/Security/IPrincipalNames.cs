namespace ServicePlatform.Security;

/// <summary>Names the client brands that a site serves. Implemented by the module that owns principals.</summary>
public interface IPrincipalNames
{
    /// <summary>Active ones that the actor works for, by id.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken);
}
