namespace ServicePlatform.Network.Contracts;

/// <summary>Work in hand. Implemented by the modules that hold work, so that nobody is stopped or moved away from it unawares.</summary>
public interface IOpenWork
{
    /// <summary>Unfinished work that the organisation at the path, or one below it, holds.</summary>
    Task<int> OfOrganisationAsync(string path, CancellationToken cancellationToken);

    /// <summary>Unfinished work that the technician has been named for.</summary>
    Task<int> OfTechnicianAsync(Guid technicianId, CancellationToken cancellationToken);
}
