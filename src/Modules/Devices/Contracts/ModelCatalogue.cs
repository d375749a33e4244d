namespace ServicePlatform.Devices.Contracts;

/// <summary>The models of the actor's principals, for choosing one and for saying what a change touches.</summary>
public interface IModelCatalogue
{
    /// <summary>Active models by code.</summary>
    /// <param name="principalId">Null for all of the actor's principals.</param>
    /// <param name="categoryCode">Null for all categories.</param>
    Task<IReadOnlyList<ModelSummary>> ListAsync(Guid? principalId, string? categoryCode, CancellationToken cancellationToken);

    /// <summary>Machines that the actor may see, by model; models without any are left out. Scrapped machines do not count.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountMachinesAsync(IReadOnlyCollection<Guid> modelIds, CancellationToken cancellationToken);
}
