namespace ServicePlatform.Security;

/// <summary>Names the things of a module in the audit log. Numbers and codes, never what belongs to a person.</summary>
public interface IAuditThings
{
    /// <summary>Those of the ids that the module knows, by id, whoever asks: who reads the audit log sees the whole site.</summary>
    Task<IReadOnlyDictionary<Guid, AuditThing>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>The thing with this number; null where the module has none.</summary>
    Task<Guid?> FindAsync(string number, CancellationToken cancellationToken);
}

/// <param name="Name">Its number: <c>WO-2611-000123</c>.</param>
/// <param name="Path">Its page below the site; empty for none.</param>
public sealed record AuditThing(string Name, string Path);
