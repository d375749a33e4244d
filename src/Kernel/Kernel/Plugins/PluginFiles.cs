using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>The files in a plugin's folder <c>wwwroot</c>, where those of a library are: <c>_content/{Assembly}/...</c>.</summary>
internal sealed class PluginFiles(IEnumerable<Plugin> plugins) : IFileProvider
{
    private readonly List<(string Prefix, PhysicalFileProvider Files)> _folders = plugins
        .Where(plugin => Directory.Exists(FolderOf(plugin)))
        .Select(plugin => ($"/_content/{plugin.Manifest!.Assembly}/", new PhysicalFileProvider(FolderOf(plugin))))
        .ToList();

    public IFileInfo GetFileInfo(string subpath)
    {
        var path = subpath.StartsWith('/') ? subpath : "/" + subpath;
        foreach (var (prefix, files) in _folders)
        {
            if (path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return files.GetFileInfo(path[prefix.Length..]);
            }
        }

        return new NotFoundFileInfo(subpath);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static string FolderOf(Plugin plugin) => Path.Combine(plugin.Folder, "wwwroot");
}
