namespace ServicePlatform.Devices.Readings;

/// <summary>Nothing is known of the water in compounds yet.</summary>
internal sealed class NoCompoundWater : ICompoundWater
{
    public Task<IReadOnlyDictionary<Guid, double>> HardnessAsync(IReadOnlyCollection<Guid> addressIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, double>>(new Dictionary<Guid, double>());
}
