namespace ServicePlatform.Kernel.Sites;

/// <summary>The folder in which the host keeps databases, files and keys.</summary>
internal static class DataFolder
{
    /// <summary>Where the folders of removed sites are kept, beside those of the sites.</summary>
    public static string Removed(string siteFolder) => Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(siteFolder)!)!, "removed-sites");

    /// <exception cref="HostStartException">Nothing can be written there.</exception>
    public static void Check(string folder)
    {
        var path = folder;
        try
        {
            path = Path.GetFullPath(folder);
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".write-test-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new HostStartException(
                $"The data folder '{path}' cannot be written: {exception.Message} Give the account that runs the host the right to write there, free space on the disk, or name another folder with --data DIR.",
                exception);
        }
    }
}

/// <summary>Why the host cannot start, in words for whoever starts it: what, where, remedy.</summary>
public sealed class HostStartException(string message, Exception inner) : Exception(message, inner);
