namespace ServicePlatform.Privacy;

/// <summary>
/// Who has been erased, on whichever site of the host: ids only, in the host's own database, so that a back-up of a site that was made before does not
/// bring them back.
/// </summary>
public interface IErasedPersons
{
    /// <summary>Remembers them; who is remembered already stays so.</summary>
    Task AddAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<IReadOnlyList<Guid>> ListAsync(CancellationToken cancellationToken);
}
