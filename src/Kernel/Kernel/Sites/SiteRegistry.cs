using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Telemetry;

namespace ServicePlatform.Kernel.Sites;

/// <summary>The open sites, and the table that finds them for a request. Readers see a snapshot; changes replace it.</summary>
public sealed partial class SiteRegistry(
    IServiceScopeFactory scopes,
    IEnumerable<IDatabaseProvider> providers,
    ModuleCatalog catalog,
    PluginHost plugins,
    IOptions<PlatformOptions> options,
    PlatformTelemetry telemetry,
    SlowQueries slowQueries,
    HostKey key,
    ILogger<SiteRegistry> logger)
{
    private readonly SemaphoreSlim _changes = new(1, 1);
    private readonly AddressTurns _addresses = new();
    private readonly Dictionary<string, WriteGate> _gates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SiteUses> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settingUp = new(StringComparer.Ordinal);
    private volatile SiteTable _snapshot = SiteTable.Empty;

    /// <summary>All sites, also stopped and faulty ones, by id.</summary>
    public IReadOnlyCollection<SiteRuntime> All => _snapshot.ById.Values.ToList();

    /// <summary>Sites that are at work, also while they are being set up.</summary>
    public IEnumerable<SiteRuntime> Running => _snapshot.ById.Values.Where(site => site.Fault is null && site.Row.State is SiteState.Running or SiteState.SettingUp);

    public SiteRuntime? Find(string id) => _snapshot.ById.GetValueOrDefault(id);

    /// <summary>The most specific site for a host and first path segment: host and prefix, then host, then prefix, then neither.</summary>
    public SiteRuntime? Find(string host, string firstSegment) =>
        _snapshot.Find(host, firstSegment);

    /// <summary>Lets the telemetry count the sites at work.</summary>
    public void Observe() => telemetry.ObserveSites(() => Running.Count());

    /// <summary>Opens every site of the host database; one that cannot be opened is kept with its fault and harms no other.</summary>
    public async Task OpenAllAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var host = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        foreach (var row in await host.Sites.AsNoTracking().OrderBy(site => site.CreatedAt).ToListAsync(cancellationToken))
        {
            if (row.State == SiteState.SettingUp)
            {
                // It begins anew; what there is of it is not worth opening.
                await PutAsync(BuildOrFault(row, "The set-up was interrupted."), cancellationToken);
                continue;
            }

            await OpenAsync(row, cancellationToken);
        }
    }

    /// <summary>Closes a site for a reason that the operator can read; the others go on.</summary>
    public Task CloseAsync(SiteRow row, string fault, CancellationToken cancellationToken) => PutAsync(Build(row, fault), cancellationToken);

    /// <summary>Shows a site that is not opened yet.</summary>
    internal Task AwaitAsync(SiteRow row, CancellationToken cancellationToken) => PutAsync(BuildOrFault(row), cancellationToken);

    /// <summary>Lets those who give addresses to sites in one after the other. Dispose it.</summary>
    public Task<IDisposable> EnterAddressesAsync(CancellationToken cancellationToken) => _addresses.EnterAsync(cancellationToken);

    /// <summary>Folder of a site's database file, uploads and keys, whether there is such a site or not.</summary>
    /// <param name="name">The id of the site, or the name of its folder where its data were moved or restored.</param>
    public string FolderOf(string name) => Path.GetFullPath(Path.Combine(options.Value.DataFolder, "sites", name));

    /// <summary>The complete connection string of a place.</summary>
    /// <param name="provider">Name of the database provider.</param>
    /// <param name="connection">As in the site's row.</param>
    /// <param name="folder">The site's folder, absolute.</param>
    public string Resolve(string provider, string connection, string folder) => key.Open(connection) switch
    {
        "" when provider == "Sqlite" => $"Data Source={Path.Combine(folder, "site.db")};Default Timeout=30",
        var file when provider == "Sqlite" && !file.Contains('=', StringComparison.Ordinal) => $"Data Source={Path.Combine(folder, file)};Default Timeout=30",
        var plain => plain,
    };

    /// <summary>Forgets a site whose row is gone.</summary>
    public async Task RemoveAsync(string siteId, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            _snapshot = _snapshot.Without(siteId);
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Opens or re-opens a site as its row says: migrates its database, seeds its roles, puts it into the table.</summary>
    public async Task<SiteRuntime> OpenAsync(SiteRow row, CancellationToken cancellationToken)
    {
        var runtime = BuildOrFault(row);
        runtime.Uses.Close(row.State == SiteState.Moving);
        if (runtime.Fault is null && row.State is SiteState.Running or SiteState.SettingUp)
        {
            try
            {
                await scopes.PrepareAsync(runtime, cancellationToken);
                runtime = await PreparePluginsAsync(runtime, cancellationToken);
                await scopes.SeedRolesAsync(runtime, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The site {Site} could not be opened", row.Id);
                runtime = Build(row, exception.GetBaseException().Message);
            }
        }

        await PutAsync(runtime, cancellationToken);
        return runtime;
    }

    /// <summary>Takes over changed settings (name, features, theme, state) at the next request.</summary>
    public async Task ApplyAsync(SiteRow row, CancellationToken cancellationToken)
    {
        var before = Find(row.Id);
        if (before is null || before.Fault is not null || row.State != before.Row.State)
        {
            await OpenAsync(row, cancellationToken);
            return;
        }

        var runtime = Build(row, null, before.Sessions);
        await PutAsync(runtime, cancellationToken);
        if (!runtime.Features.SetEquals(before.Features))
        {
            // A feature that is new to the site brings its permissions to the standard roles.
            await scopes.SeedRolesAsync(runtime, cancellationToken);
            runtime.Sessions.Clear();
        }
    }

    private async Task<SiteRuntime> PreparePluginsAsync(SiteRuntime runtime, CancellationToken cancellationToken)
    {
        var isWhole = true;
        foreach (var (plugin, fault) in await scopes.MigratePluginsAsync(runtime, plugins, cancellationToken))
        {
            plugins.SetFault(runtime.Id, plugin.Id, fault);
            if (fault is not null)
            {
                isWhole = false;
                logger.LogError("The plugin {Plugin} is not at work in the site {Site}: its tables could not be made: {Reason}", plugin.Id, runtime.Id, fault);
            }
        }

        return isWhole ? runtime : Build(runtime.Row, null, runtime.Sessions);
    }

    private async Task PutAsync(SiteRuntime runtime, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            // Of two changes at once the later one stands, whichever gets here first.
            if (Find(runtime.Id) is not { } known || known.Row.Version <= runtime.Row.Version)
            {
                _snapshot = _snapshot.With(runtime);
            }
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>A row that cannot even be read (an unknown zone, a provider that is gone) is a fault of that site only.</summary>
    private SiteRuntime BuildOrFault(SiteRow row, string? fault = null)
    {
        try
        {
            return Build(row, fault);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or CultureNotFoundException or InvalidOperationException or ArgumentException)
        {
            logger.LogError(exception, "The settings of the site {Site} cannot be read", row.Id);
            return new SiteRuntime
            {
                Row = row,
                Fault = exception.Message,
                Folder = FolderOf(row.Folder ?? row.Id),
                Provider = providers.First(),
                ConnectionString = "",
                DbOptions = SiteOptions.Build(providers.First(), ""),
                Gate = new WriteGate(isNeeded: false),
                Features = catalog.Close([]),
                Culture = CultureInfo.InvariantCulture,
                TimeZone = TimeZoneInfo.Utc,
                Hosts = row.Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                Sessions = new SessionCache(),
                Uses = UsesOf(row.Id),
            };
        }
    }

    private SiteRuntime Build(SiteRow row, string? fault, SessionCache? sessions = null)
    {
        var folder = FolderOf(row.Folder ?? row.Id);
        var provider = providers.SingleOrDefault(candidate => candidate.Name == row.Provider)
            ?? throw new InvalidOperationException($"The site '{row.Id}' asks for the database provider '{row.Provider}', which this host does not have.");
        var connection = Resolve(row.Provider, row.Connection, folder);
        return new SiteRuntime
        {
            Row = row,
            Fault = fault,
            Folder = folder,
            Provider = provider,
            ConnectionString = connection,
            DbOptions = SiteOptions.Build(provider, connection, slowQueries.For(row.Id)),
            Gate = GateOf(row.Id, connection, provider),
            Features = FeaturesOf(row),
            Culture = CultureInfo.GetCultureInfo(row.Culture),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone),
            Hosts = row.Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Sessions = sessions ?? new SessionCache(),
            Uses = UsesOf(row.Id),
        };
    }

    /// <summary>What governs the host stays out of other sites, whatever their rows say.</summary>
    private IReadOnlySet<string> FeaturesOf(SiteRow row)
    {
        var closed = plugins.Without(row.Id, catalog.Close(row.Features.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return row.IsOperatorArea ? closed : closed.Where(feature => !catalog.Features[feature].OperatorAreaOnly).ToHashSet(StringComparer.Ordinal);
    }
}
