using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Plugins;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Sites;

[assembly: AssemblyFixture(typeof(PluginCrowd))]

namespace ServicePlatform.IntegrationTests.Plugins;

/// <summary>A host with a good plugin and one of each bad kind beside it.</summary>
public sealed class PluginCrowd : IAsyncLifetime
{
    public const int Good = 1;
    public const int ThrowsAtStart = 2;
    public const int ForeignTable = 3;
    public const int ThrowsAtMigration = 4;
    public const int ThrowsInRequest = 5;
    public const int Hangs = 6;
    public const int Slow = 7;
    public const int Spins = 8;
    public const int Leaks = 9;
    public const int OtherVersion = 10;
    public const int NoManifest = 11;
    public const int NoAssembly = 12;
    public const int NoDll = 13;
    public const int ThrowsInJob = 14;
    public const int HangsInJob = 15;
    public const int ThrowsInHandler = 16;
    public const int ThrowsInMenu = 17;
    public const int ThrowsAtEndpoints = 18;
    public const int TakenAddress = 19;
    public const int HangsAtStart = 20;
    public const int BrokenManifest = 21;
    public const int HostService = 22;
    public const int OtherFolder = 23;
    public const int NoLibrary = 24;
    public const int BlocksInMenu = 25;
    public const int ThrowsInTask = 26;
    public const int HangsInTask = 27;
    public const int HangsInStep = 28;

    private readonly TestPlatform _platform = new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Platform:Plugins:StartLimit"] = "00:00:12",
        ["Platform:Plugins:RequestLimit"] = "00:00:08",
        ["Platform:Plugins:EventLimit"] = "00:00:06",
        ["Platform:Plugins:JobLimit"] = "00:00:06",
        ["Platform:Plugins:TaskSilence"] = "00:00:06",
        ["Platform:Plugins:ContractLimit"] = "00:00:08",
        ["Platform:Plugins:Grace"] = "00:00:05",
        ["Platform:Plugins:Failures"] = "3",
        ["Platform:Plugins:SpinLimit"] = "00:00:00.5",
        ["Platform:Plugins:WatchInterval"] = "1.00:00:00",
    });

    public TestPlatform Platform => _platform;

    public PluginHost Plugins => _platform.Services.GetRequiredService<PluginHost>();

    public PluginWatch Watch => _platform.Services.GetRequiredService<PluginWatch>();

    public Plugin Plugin(int number) => Plugins.All.Single(plugin => plugin.Id == SamplePlugin.IdOf(number));

    public string FolderOf(int number) => Path.Combine(_platform.Folder, "plugins", SamplePlugin.IdOf(number));

    public async ValueTask InitializeAsync()
    {
        var plugins = Path.Combine(_platform.Folder, "plugins");
        foreach (var (number, behaviour) in new (int, string?)[]
        {
            (Good, null), (ThrowsAtStart, "throws-at-start"), (ForeignTable, "foreign-table"), (ThrowsAtMigration, "throws-at-migration"), (ThrowsInRequest, "throws-in-request"),
            (Hangs, "hangs"), (Slow, "slow"), (Spins, "spins"), (Leaks, "leaks"), (OtherVersion, null), (NoManifest, null), (NoAssembly, null), (NoDll, null), (ThrowsInJob, "throws-in-job"),
            (HangsInJob, "hangs-in-job"), (ThrowsInHandler, "throws-in-handler"), (ThrowsInMenu, "throws-in-menu"), (ThrowsAtEndpoints, "throws-at-endpoints"), (TakenAddress, "taken-address"),
            (BlocksInMenu, "blocks-in-menu"), (ThrowsInTask, "throws-in-task"), (HangsInTask, "hangs-in-task"), (HangsInStep, "hangs-in-step"),
            (HangsAtStart, "hangs-at-start"), (BrokenManifest, null), (HostService, "host-service"), (OtherFolder, null), (NoLibrary, null),
        })
        {
            SamplePlugin.Copy(plugins, number, behaviour);
        }

        Edit(OtherVersion, text => text.Replace("\"0.1\"", "\"9.0-9.4\"", StringComparison.Ordinal));
        File.Delete(Path.Combine(FolderOf(NoManifest), "plugin.json"));
        File.Delete(Path.Combine(FolderOf(NoAssembly), SamplePlugin.IdOf(NoAssembly) + ".dll"));
        File.WriteAllText(Path.Combine(FolderOf(NoDll), SamplePlugin.IdOf(NoDll) + ".dll"), "not an assembly");
        Edit(BrokenManifest, text => text.Replace("\"version\"", "\"versoin\"", StringComparison.Ordinal));
        Edit(OtherFolder, text => text.Replace("Sample23", "Sample99", StringComparison.Ordinal));
        File.Delete(Path.Combine(FolderOf(NoLibrary), "QRCoder.dll"));
        await _platform.InitializeAsync();
    }

    /// <summary>A site in which some plugins are switched on.</summary>
    public async Task<TestSite> SiteAsync(params int[] plugins)
    {
        var id = "p" + Guid.NewGuid().ToString("N")[..12];
        await using var scope = _platform.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<SiteDirectory>();
        (await directory.CreateAsync(new NewSite { Id = id, Name = id, Prefix = id }, TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();
        var on = await directory.SwitchAsync(id, ["SampleModule", .. plugins.Select(SamplePlugin.IdOf)], [], TestContext.Current.CancellationToken);
        on.Succeeded.ShouldBeTrue(TestSite.Describe(on.Failure));
        return new TestSite(_platform, id);
    }

    /// <summary>Lets a plugin that hangs go on, and answers what it found then.</summary>
    public async Task<string> LateAsync(int number)
    {
        var stop = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(FolderOf(number), "stop.txt"), "", stop);
        var file = Path.Combine(FolderOf(number), "late.txt");
        while (!File.Exists(file))
        {
            stop.ThrowIfCancellationRequested();
            await Task.Delay(20, stop);
        }

        return await File.ReadAllTextAsync(file, stop);
    }

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    private void Edit(int number, Func<string, string> edit)
    {
        var file = Path.Combine(FolderOf(number), "plugin.json");
        File.WriteAllText(file, edit(File.ReadAllText(file)));
    }
}
