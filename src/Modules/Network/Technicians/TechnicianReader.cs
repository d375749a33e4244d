using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;

namespace ServicePlatform.Network.Technicians;

internal sealed class TechnicianReader(ISiteDb db) : ITechnicianReader
{
    public async Task<IReadOnlyDictionary<Guid, TechnicianSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = ids.Count == 0 ? [] : await ReadAsync(db.List<Technician>().Where(row => ids.Contains(row.Id)), db.List<Organisation>(), cancellationToken);
        return found.ToDictionary(technician => technician.Id);
    }

    public async Task<IReadOnlyList<TechnicianSummary>> BelowAsync(string organisationPath, CancellationToken cancellationToken) =>
        organisationPath.Length == 0
            ? []
            : await ReadAsync(db.List<Technician>().Where(row => row.IsActive), db.List<Organisation>().Below(organisationPath), cancellationToken);

    public async Task<IReadOnlyList<TechnicianSummary>> BelowAsync(IReadOnlyCollection<string> organisationPaths, CancellationToken cancellationToken) =>
        organisationPaths.Count == 0
            ? []
            : await ReadAsync(
                db.List<Technician>().Where(row => row.IsActive),
                db.List<Organisation>().Where(row => organisationPaths.Any(path => row.Path.StartsWith(path))),
                cancellationToken);

    public async Task<TechnicianSummary?> FindByUserAsync(Guid userId, CancellationToken cancellationToken) =>
        (await ReadAsync(db.List<Technician>().Where(row => row.UserId == userId), db.List<Organisation>(), cancellationToken)).FirstOrDefault();

    private static async Task<List<TechnicianSummary>> ReadAsync(IQueryable<Technician> technicians, IQueryable<Organisation> organisations, CancellationToken cancellationToken)
    {
        var rows = await (
            from technician in technicians
            join organisation in organisations on technician.OrganisationId equals organisation.Id
            orderby organisation.Path, technician.Code
            select new { technician, organisation.Path }).ToListAsync(cancellationToken);
        return rows.Select(row => row.technician.Summarise(row.Path)).ToList();
    }
}
