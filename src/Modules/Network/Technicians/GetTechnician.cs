using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Technicians;

/// <summary>One technician with his employer.</summary>
[RequirePermission(NetworkPermissions.View)]
internal sealed record GetTechnician(Guid TechnicianId) : IQuery<TechnicianDetail>;

internal sealed record TechnicianDetail(Technician Technician, OrganisationSummary Organisation, bool MayEdit);

internal sealed class GetTechnicianHandler(ISiteDb db, NetworkReach reach, IOrganisationReader organisations) : IQueryHandler<GetTechnician, TechnicianDetail>
{
    public async Task<Result<TechnicianDetail>> HandleAsync(GetTechnician query, CancellationToken cancellationToken)
    {
        var technician = await db.List<Technician>().FirstOrDefaultAsync(row => row.Id == query.TechnicianId, cancellationToken);
        if (technician is null)
        {
            return Failure.NotFound("network.technician-not-found");
        }

        var organisation = (await organisations.GetAsync([technician.OrganisationId], cancellationToken))[technician.OrganisationId];
        return reach.MaySee(organisation.Path)
            ? new TechnicianDetail(technician, organisation, reach.MayEditPeople(organisation.Path))
            : Failure.NotFound("network.technician-not-found");
    }
}
