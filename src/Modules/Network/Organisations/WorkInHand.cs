using ServicePlatform.Commands;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network.Organisations;

/// <summary>Asks all that hold work whether somebody still has some.</summary>
internal sealed class WorkInHand(IEnumerable<IOpenWork> sources)
{
    /// <summary>Why the organisation cannot be stopped now, or null.</summary>
    public async Task<Failure?> OfOrganisationAsync(string path, string field, CancellationToken cancellationToken)
    {
        var open = 0;
        foreach (var source in sources)
        {
            open += await source.OfOrganisationAsync(path, cancellationToken);
        }

        return open == 0 ? null : Failure.Invalid(field, "network.organisation-has-work", open);
    }

    /// <summary>Why the technician cannot be stopped or moved now, or null.</summary>
    public async Task<Failure?> OfTechnicianAsync(Guid technicianId, string field, CancellationToken cancellationToken)
    {
        var open = 0;
        foreach (var source in sources)
        {
            open += await source.OfTechnicianAsync(technicianId, cancellationToken);
        }

        return open == 0 ? null : Failure.Invalid(field, "network.technician-has-work", open);
    }
}
