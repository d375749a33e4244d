namespace ServicePlatform.Security;

/// <summary>What paths of the organisation tree say about who sees what. Said once, here.</summary>
public static class ScopePaths
{
    /// <summary>A path of one code is the head office.</summary>
    public static bool IsTop(string? path) => path is { Length: > 2 } && path.IndexOf('/', 1) == path.Length - 1;

    /// <summary>
    /// Bounds of a subtree, for queries that stay on an index: all of <c>/a/b/</c> lies in <c>[/a/b/, /a/b0)</c>, since 0 follows the
    /// slash in the order of characters. Without a path nothing does.
    /// </summary>
    public static (string Low, string High) Range(string? path) => string.IsNullOrEmpty(path) ? ("", "") : (path, path[..^1] + "0");

    /// <summary>The path itself and those above it, without the head office: of <c>/hq/a/b/</c> that and <c>/hq/a/</c>.</summary>
    public static IEnumerable<string> UpwardsBelowTop(string path)
    {
        for (var at = path; at.Length > 2 && !IsTop(at); at = at[..(at.LastIndexOf('/', at.Length - 2) + 1)])
        {
            yield return at;
        }
    }
}
