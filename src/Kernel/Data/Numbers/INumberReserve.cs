namespace ServicePlatform.Data.Numbers;

/// <summary>Reserves numbers ahead of need.</summary>
internal interface INumberReserve
{
    /// <summary>
    /// Tops up the series that are running out. For the command pipeline, before it enters the write gate and begins its
    /// transaction; does nothing inside one. Costs nothing while enough is left.
    /// </summary>
    Task TopUpAsync(CancellationToken cancellationToken);
}
