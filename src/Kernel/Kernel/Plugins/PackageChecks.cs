using System.IO.Compression;
using ServicePlatform.Commands;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>What the list of a zip file must not say: paths that lead elsewhere, links, secrets, doubles, bombs.</summary>
internal static class PackageChecks
{
    /// <summary>Bytes of all files together.</summary>
    public const long LargestContent = 100 * 1024 * 1024;

    private const int MostFiles = 2000;
    private const int MostCompression = 200;
    private const int LongestName = 180;

    /// <summary>Looks at the list of entries, before anything is written.</summary>
    public static Failure? Of(ZipArchive zip)
    {
        if (zip.Entries.Count > MostFiles)
        {
            return Wrong("plugin-package-files", MostFiles);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            var fault = !IsInside(entry.FullName) ? Wrong("plugin-package-path", Shown(entry))
                : IsLink(entry) ? Wrong("plugin-package-link", Shown(entry))
                : entry.IsEncrypted ? Wrong("plugin-package-encrypted", Shown(entry))
                : !names.Add(entry.FullName.TrimEnd('/')) ? Wrong("plugin-package-twice", Shown(entry))
                : total > LargestContent || entry.Length > Math.Max(entry.CompressedLength, 1) * MostCompression && entry.Length > 1024 * 1024 ? Wrong("plugin-package-bomb", LargestContent >> 20)
                : null;
            if (fault is not null)
            {
                return fault;
            }
        }

        // A file that is a folder elsewhere cannot be unpacked.
        return zip.Entries.FirstOrDefault(entry => Parents(entry.FullName).Any(parent => zip.Entries.Any(other => other.FullName.Equals(parent, StringComparison.OrdinalIgnoreCase)))) is { } twice ? Wrong("plugin-package-twice", Shown(twice)) : null;
    }

    private static IEnumerable<string> Parents(string name)
    {
        for (var at = name.IndexOf('/', StringComparison.Ordinal); at > 0 && at < name.Length - 1; at = name.IndexOf('/', at + 1))
        {
            yield return name[..at];
        }
    }

    private static bool IsInside(string name) =>
        name.Length is > 0 and <= LongestName
        && !name.Any(letter => char.IsControl(letter) || letter is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
        && name.TrimEnd('/').Split('/').All(part => part.Length > 0 && part is not ("." or "..") && !part.EndsWith(' ') && !part.EndsWith('.') && part == part.Trim());

    /// <summary>The upper half of the attributes is the file's mode on Unix; only plain files and folders are taken.</summary>
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xF000) is not (0 or 0x8000 or 0x4000);

    private static string Shown(ZipArchiveEntry entry) => new([.. entry.FullName.Where(letter => !char.IsControl(letter)).Take(80)]);

    public static Failure Wrong(string code, params object[] arguments) => Failure.Invalid("Package", "kernel." + code, arguments);
}
