using System.Text.Json;
using ServicePlatform.Commands;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>
/// The plugin folder. Each plugin has a folder of its id; what begins with a point is the host's: plugins that wait for the next
/// start to come in, those that go, and why one is held in quarantine. Every step is one rename, so that a kill leaves the old or the new.
/// </summary>
internal sealed class PluginFolders(string dataFolder)
{
    public string Root { get; } = Path.Combine(Path.GetFullPath(dataFolder), "plugins");

    /// <summary>Whole plugins that come in at the next start, by id.</summary>
    public string Incoming => Path.Combine(Root, ".incoming");

    /// <summary>Half-unpacked packages and whatever is to be deleted.</summary>
    public string Waste => Path.Combine(Root, ".waste");

    private string State => Path.Combine(Root, ".state");

    /// <summary>Takes in what waits and removes what is to go. Done before anything is loaded.</summary>
    public void Settle()
    {
        if (!Directory.Exists(Root))
        {
            return;
        }

        foreach (var mark in Files("*.remove"))
        {
            Discard(Path.Combine(Root, Path.GetFileNameWithoutExtension(mark)));
            File.Delete(mark);
        }

        foreach (var folder in Directory.Exists(Incoming) ? Directory.GetDirectories(Incoming) : [])
        {
            var id = Path.GetFileName(folder);
            Release(id);
            Discard(Path.Combine(Root, id));
            Directory.Move(folder, Path.Combine(Root, id));
        }

        if (Directory.Exists(Waste))
        {
            Directory.Delete(Waste, recursive: true);
        }
    }

    public IReadOnlyList<string> Plugins() => Directory.Exists(Root)
        ? Directory.GetDirectories(Root).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.OrdinalIgnoreCase).ToList()
        : [];

    /// <summary>Moves a folder out of the way in one step; it is deleted at the next start.</summary>
    public void Discard(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.CreateDirectory(Waste);
            Directory.Move(folder, Path.Combine(Waste, $"{Path.GetFileName(folder)}-{Guid.NewGuid():N}"));
        }
    }

    public bool IsIncoming(string id) => Directory.Exists(Path.Combine(Incoming, id));

    public bool IsToGo(string id) => File.Exists(Mark(id, "remove"));

    /// <summary>Lets a plugin go at the next start, or keeps it after all.</summary>
    public void SetToGo(string id, bool toGo)
    {
        if (toGo)
        {
            Write(Mark(id, "remove"), "");
        }
        else
        {
            Erase(Mark(id, "remove"));
        }
    }

    /// <summary>Said before a plugin's code is run for the first time in this process, and taken back afterwards.</summary>
    public void SetStarting(string id) => Write(Mark(id, "starting"), "");

    public void SetStarted(string id) => Erase(Mark(id, "starting"));

    /// <summary>The process ended while the plugin was being started.</summary>
    public bool HasDied(string id) => File.Exists(Mark(id, "starting"));

    public void Hold(Plugin plugin) =>
        Write(Mark(plugin.Id, "held"), JsonSerializer.Serialize(new Held(plugin.Fault!.Code, [.. plugin.Fault.Arguments.Select(argument => argument.ToString() ?? "")], plugin.FaultDetail)));

    /// <summary>Lets a held plugin try again at the next start.</summary>
    public void Release(string id)
    {
        Erase(Mark(id, "held"));
        Erase(Mark(id, "starting"));
    }

    public bool IsHeld(string id) => File.Exists(Mark(id, "held"));

    /// <summary>Why a plugin is held; null where it is not.</summary>
    public (Failure Fault, string? Detail)? HeldFor(string id)
    {
        if (!File.Exists(Mark(id, "held")))
        {
            return null;
        }

        try
        {
            var held = JsonSerializer.Deserialize<Held>(File.ReadAllText(Mark(id, "held")))!;
            return (new Failure(FailureKind.Unavailable, held.Code) { Arguments = [.. held.Arguments] }, held.Detail);
        }
        catch (Exception exception) when (exception is JsonException or IOException or ArgumentNullException)
        {
            return (Failure.Unavailable("kernel.plugin-died"), null);
        }
    }

    private static void Erase(string mark)
    {
        if (File.Exists(mark))
        {
            File.Delete(mark);
        }
    }

    private IEnumerable<string> Files(string pattern) => Directory.Exists(State) ? Directory.GetFiles(State, pattern) : [];

    private string Mark(string id, string kind) => Path.Combine(State, $"{id}.{kind}");

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(State);
        File.WriteAllText(path + ".tmp", text);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private sealed record Held(string Code, string[] Arguments, string? Detail);
}
