namespace ServicePlatform.Network.Contracts;

/// <summary>Level in the organisation tree.</summary>
public enum OrganisationKind
{
    HeadOffice,
    Region,
    OperationCentre,
    Outlet,
}

/// <summary>Whose business it is. Belongs to any node; a dealer's sub-outlets are dealer outlets too.</summary>
public enum OrganisationOwnership
{
    Own,
    Dealer,
    ThirdParty,
    Social,
}

/// <param name="Path">Place in the tree: <c>/hq/north/bj-07/</c>. Starts and ends with a slash; made of codes.</param>
/// <param name="Phone">E.164, or null.</param>
/// <param name="PrincipalIds">The principals that it serves.</param>
public sealed record OrganisationSummary(
    Guid Id,
    string Code,
    string Name,
    OrganisationKind Kind,
    OrganisationOwnership Ownership,
    string Path,
    Guid? ParentId,
    string? Phone,
    bool IsActive,
    IReadOnlyList<Guid> PrincipalIds);

/// <summary>Reads organisations, regardless of the actor's scope: names of outlets are no secret inside a site.</summary>
public interface IOrganisationReader
{
    Task<IReadOnlyDictionary<Guid, OrganisationSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>By path; unknown paths are left out.</summary>
    Task<IReadOnlyDictionary<string, OrganisationSummary>> GetByPathAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken);

    Task<OrganisationSummary?> FindByCodeAsync(string code, CancellationToken cancellationToken);

    /// <summary>The node at the path and everything below it, ordered by path.</summary>
    Task<IReadOnlyList<OrganisationSummary>> BelowAsync(string path, CancellationToken cancellationToken);
}

/// <summary>A client brand that the site serves.</summary>
public sealed record PrincipalSummary(Guid Id, string Code, string Name, bool IsActive);

public interface IPrincipalReader
{
    /// <summary>All principals of the site, also inactive ones; the actor's own limits are not applied.</summary>
    Task<IReadOnlyList<PrincipalSummary>> ListAsync(CancellationToken cancellationToken);
}
