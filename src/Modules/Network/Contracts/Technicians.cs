namespace ServicePlatform.Network.Contracts;

/// <param name="UserId">His account, or null where he has none.</param>
/// <param name="Phone">E.164.</param>
/// <param name="Skills">Codes of what he can do: <c>water-purifier.install</c>, <c>water-purifier.repair</c>.</param>
public sealed record TechnicianSummary(
    Guid Id,
    Guid? UserId,
    string Name,
    string Phone,
    Guid OrganisationId,
    string OrganisationPath,
    IReadOnlyList<string> Skills,
    bool IsActive);

public interface ITechnicianReader
{
    Task<IReadOnlyDictionary<Guid, TechnicianSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Active technicians at the organisation and below it.</summary>
    Task<IReadOnlyList<TechnicianSummary>> BelowAsync(string organisationPath, CancellationToken cancellationToken);

    /// <summary>Active technicians at one of the organisations or below it, in one read.</summary>
    Task<IReadOnlyList<TechnicianSummary>> BelowAsync(IReadOnlyCollection<string> organisationPaths, CancellationToken cancellationToken);

    Task<TechnicianSummary?> FindByUserAsync(Guid userId, CancellationToken cancellationToken);
}
