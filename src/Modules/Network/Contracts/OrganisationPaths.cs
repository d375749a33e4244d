using ServicePlatform.Security;

namespace ServicePlatform.Network.Contracts;

/// <summary>Paths of the organisation tree: codes between slashes, <c>/hq/north/bj-07/</c>.</summary>
public static class OrganisationPaths
{
    /// <summary>True for the node itself and everything below it.</summary>
    public static bool IsAtOrBelow(string path, string? top) =>
        !string.IsNullOrEmpty(top) && path.StartsWith(top, StringComparison.Ordinal);

    /// <summary>True for everything below the node, not for the node itself.</summary>
    public static bool IsBelow(string path, string? top) => IsAtOrBelow(path, top) && path.Length > top!.Length;

    /// <summary>Depth in the tree; the head office has 0.</summary>
    public static int Depth(string path) => path.Count(character => character == '/') - 2;

    /// <summary>Bounds of a subtree, see <see cref="ScopePaths.Range"/>: <c>path &gt;= Low and path &lt; High</c>.</summary>
    public static (string Low, string High) Range(string path) => ScopePaths.Range(path);

    /// <summary>The path and those of all nodes above it, the head office first.</summary>
    public static IReadOnlyList<string> Chain(string path)
    {
        var chain = new List<string>();
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            chain.Add(path[..(slash + 1)]);
        }

        return chain;
    }
}
