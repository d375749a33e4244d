using System.IO.Compression;
using ServicePlatform.Commands;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>Takes plugins in as zip files. They come to work at the next start; until then nothing of them is run.</summary>
public sealed class PluginPackages
{
    /// <summary>Largest package, bytes.</summary>
    public const long LargestPackage = 25 * 1024 * 1024;


    private readonly PluginFolders _folders;
    private readonly PluginHost _plugins;
    private readonly SemaphoreSlim _turn = new(1, 1);

    internal PluginPackages(PluginFolders folders, PluginHost plugins) => (_folders, _plugins) = (folders, plugins);

    /// <summary>Checks a package and puts it where the next start finds it. A package that is refused leaves nothing behind.</summary>
    /// <param name="package">The zip file; it can seek.</param>
    /// <param name="cancellationToken">Stops unpacking.</param>
    public async Task<Result<PluginManifest>> AddAsync(Stream package, CancellationToken cancellationToken)
    {
        if (package.Length > LargestPackage)
        {
            return PackageChecks.Wrong("plugin-package-large", LargestPackage >> 20);
        }

        await _turn.WaitAsync(cancellationToken);
        var place = Path.Combine(_folders.Waste, Guid.NewGuid().ToString("N"));
        try
        {
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            if (PackageChecks.Of(zip) is { } failure)
            {
                return failure;
            }

            var read = ReadManifest(zip);
            if (!read.Succeeded)
            {
                return read;
            }

            if (Refused(zip, read.Value) is { } refused)
            {
                return refused;
            }

            if (await UnpackAsync(zip, place, cancellationToken) is { } bomb)
            {
                return bomb;
            }

            Directory.CreateDirectory(_folders.Incoming);
            _folders.Discard(Path.Combine(_folders.Incoming, read.Value.Id));
            Directory.Move(place, Path.Combine(_folders.Incoming, read.Value.Id));
            return read;
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            return PackageChecks.Wrong("plugin-package-form");
        }
        finally
        {
            _turn.Release();
            Clear(place);
        }
    }

    /// <summary>A new version of a plugin, or a new one, that waits for the next start.</summary>
    public IReadOnlyList<PluginManifest> Waiting() => Directory.Exists(_folders.Incoming)
        ? [.. Directory.GetDirectories(_folders.Incoming).Order(StringComparer.Ordinal).Select(ReadManifest).OfType<PluginManifest>()]
        : [];

    public bool IsToGo(string id) => _folders.IsToGo(id);

    /// <summary>Whether a held plugin will be tried again at the next start.</summary>
    public bool IsReleased(Plugin plugin) => plugin.IsHeld && !_folders.IsHeld(plugin.Id);

    /// <summary>Lets a plugin go at the next start; one that has only just come in goes at once.</summary>
    public Result<Done> Remove(string id)
    {
        var isKnown = _plugins.All.Any(plugin => plugin.Id == id);
        if (!isKnown && Waiting().All(waiting => waiting.Id != id))
        {
            return Failure.NotFound("kernel.plugin-unknown");
        }

        _folders.Discard(Path.Combine(_folders.Incoming, id));
        if (isKnown)
        {
            _folders.SetToGo(id, true);
        }

        return Result.Done;
    }

    public Result<Done> Keep(string id)
    {
        if (!IsKnown(id))
        {
            return Failure.NotFound("kernel.plugin-unknown");
        }

        _folders.SetToGo(id, false);
        return Result.Done;
    }

    public Result<Done> Release(string id)
    {
        if (!IsKnown(id))
        {
            return Failure.NotFound("kernel.plugin-unknown");
        }

        _folders.Release(id);
        return Result.Done;
    }

    private bool IsKnown(string id) => _plugins.All.Any(plugin => plugin.Id == id);

    private static Result<PluginManifest> ReadManifest(ZipArchive zip)
    {
        if (zip.GetEntry(PluginManifest.File) is not { } entry)
        {
            return PackageChecks.Wrong("plugin-package-manifest");
        }

        using var content = entry.Open();
        var read = PluginManifest.Read(content);
        return read.Succeeded ? read : Field(read.Failure);
    }

    private static PluginManifest? ReadManifest(string folder)
    {
        var file = Path.Combine(folder, PluginManifest.File);
        if (!File.Exists(file))
        {
            return null;
        }

        using var content = File.OpenRead(file);
        return PluginManifest.Read(content) is { Succeeded: true } read ? read.Value : null;
    }

    private Failure? Refused(ZipArchive zip, PluginManifest manifest) =>
        !manifest.IsFor(PluginManifest.Offered) ? PackageChecks.Wrong("plugin-version", manifest.Contracts, PluginManifest.Offered)
        : zip.GetEntry(manifest.Assembly + ".dll") is null ? PackageChecks.Wrong("plugin-no-assembly", manifest.Assembly + ".dll")
        : _plugins.Catalog.Modules.Any(module => string.Equals(module.Id, manifest.Id, StringComparison.OrdinalIgnoreCase) && !IsKnown(manifest.Id)) ? PackageChecks.Wrong("plugin-taken", manifest.Id)
        : _plugins.All.Any(plugin => plugin.Id != manifest.Id && string.Equals(plugin.Id, manifest.Id, StringComparison.OrdinalIgnoreCase)) ? PackageChecks.Wrong("plugin-taken", manifest.Id)
        : null;

    /// <summary>What the list says of sizes may be a lie, so that they are counted again while they are written.</summary>
    private static async Task<Failure?> UnpackAsync(ZipArchive zip, string place, CancellationToken cancellationToken)
    {
        long total = 0;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            var target = Path.Combine(place, entry.FullName);
            if (entry.FullName.EndsWith('/'))
            {
                Directory.CreateDirectory(target);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await using var content = await entry.OpenAsync(cancellationToken);
            await using var file = new FileStream(target, FileMode.CreateNew);
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                total += read;
                if (total > PackageChecks.LargestContent)
                {
                    return PackageChecks.Wrong("plugin-package-bomb", PackageChecks.LargestContent >> 20);
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
        }

        return null;
    }

    private static void Clear(string place)
    {
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static Failure Field(Failure failure) => Failure.Invalid("Package", failure.Code, [.. failure.Arguments]);
}
