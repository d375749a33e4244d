using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ServicePlatform.Kernel.Sites;

/// <summary>
/// Keeps a second host off a data folder: two would migrate, deliver and write the same files. A lock of the operating system on the file
/// <c>host.lock</c>, which is freed when the process dies.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly Lock _turn = new();
    private FileStream? _held;

    /// <summary>Several nodes share a folder only where a server keeps the host's database.</summary>
    public static bool IsNeeded(IConfiguration configuration) => (configuration["Platform:HostProvider"] ?? "Sqlite") == "Sqlite";

    /// <summary>Takes the folder, if this host does not have it yet.</summary>
    /// <exception cref="HostStartException">Another host has it.</exception>
    public void Take(string folder)
    {
        lock (_turn)
        {
            if (_held is not null)
            {
                return;
            }

            var path = Path.Combine(Path.GetFullPath(folder), "host.lock");
            try
            {
                _held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception)
            {
                throw new HostStartException(
                    $"The data folder '{Path.GetFullPath(folder)}' is in use by another host{Owner(folder)}. Stop that one, or name another folder with --data DIR.", exception);
            }

            // Beside it, since the locked file cannot be read.
            File.WriteAllText(ProcessFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Dispose() => _held?.Dispose();

    private static string ProcessFile(string folder) => Path.Combine(Path.GetFullPath(folder), "host.process");

    private static string Owner(string folder)
    {
        try
        {
            return File.ReadAllText(ProcessFile(folder)).Trim() is { Length: > 0 and < 12 } process ? $" (process {process})" : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
