using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Modules;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>A plugin of the plugin folder, at work or in quarantine.</summary>
public sealed class Plugin
{
    internal Plugin(string id, string folder, PluginManifest? manifest)
    {
        Id = id;
        Folder = folder;
        Manifest = manifest;
    }

    /// <summary>Name of its folder, which is its module's id.</summary>
    public string Id { get; }

    public string Folder { get; }

    /// <summary>Null where it cannot be read.</summary>
    public PluginManifest? Manifest { get; }

    public string Name => Manifest?.Name ?? Id;

    public string Version => Manifest?.Version ?? "";

    /// <summary>Why it is in quarantine; null while it is at work.</summary>
    public Failure? Fault { get; private set; }

    /// <summary>What the fault does not tell the operator but whoever mends the plugin.</summary>
    public string? FaultDetail { get; private set; }

    /// <summary>Its code was run and failed, so that it is not tried again until somebody says so or a new version comes.</summary>
    public bool IsHeld { get; private set; }

    public PluginHealth Health { get; } = new();

    internal Assembly? Assembly { get; set; }

    /// <summary>What its startups have registered, before it is known whether all of them can.</summary>
    internal List<(StartupBase Startup, IServiceCollection Services)> Staged { get; } = [];

    internal void Quarantine(Failure fault, Exception? cause = null, bool hold = false)
    {
        Fault ??= fault;
        FaultDetail ??= cause?.ToString();
        IsHeld |= hold;
    }
}
