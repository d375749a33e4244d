namespace ServicePlatform.Security;

/// <summary>A place of the organisation tree that an account may work in.</summary>
/// <param name="Path">As in <see cref="IActor.ScopePath"/>.</param>
/// <param name="Detail">What tells it from others of the same name: its code, the node above it.</param>
public sealed record ScopePlace(string Path, string Name, string Detail);

/// <summary>Names the places in which accounts work. Implemented by the module that owns organisations.</summary>
public interface IScopeDirectory
{
    /// <summary>Names by path; unknown paths are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken);

    /// <summary>Active places inside the actor's own scope whose name or code contains the text; all for an empty text.</summary>
    Task<IReadOnlyList<ScopePlace>> FindAsync(string text, int limit, CancellationToken cancellationToken);
}
