using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

/// <summary>An open site: what its row says, in ready form. Replaced as a whole when the row changes.</summary>
public sealed class SiteRuntime
{
    public required SiteRow Row { get; init; }

    public required IDatabaseProvider Provider { get; init; }

    /// <summary>Resolved: a SQLite path is absolute.</summary>
    public required string ConnectionString { get; init; }

    public required DbContextOptions<SiteDbContext> DbOptions { get; init; }

    /// <summary>Shared by all runtimes of the same database.</summary>
    public required WriteGate Gate { get; init; }

    /// <summary>Folder of the site's files and keys.</summary>
    public required string Folder { get; init; }

    public required IReadOnlySet<string> Features { get; init; }

    public required CultureInfo Culture { get; init; }

    public required TimeZoneInfo TimeZone { get; init; }

    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Why the site does not answer; null while it does.</summary>
    public string? Fault { get; init; }

    /// <summary>The dealers' portals, as they were last read.</summary>
    public ReadOnce<IReadOnlyDictionary<string, PortalContext>> Portals { get; } = new();

    public ReadOnce<SiteLook> Look { get; } = new();

    /// <summary>Sessions that were looked up lately.</summary>
    public required Security.SessionCache Sessions { get; init; }

    /// <summary>Shared by all runtimes of the same site.</summary>
    public required SiteUses Uses { get; init; }

    public Events.DeliveryHold Deliveries { get; } = new();

    public string Id => Row.Id;

    /// <summary>The site as it will be when a recipe has run.</summary>
    internal SiteRuntime As(Recipes.SitePlan plan) => new()
    {
        Row = Row,
        Provider = Provider,
        ConnectionString = ConnectionString,
        DbOptions = DbOptions,
        Gate = Gate,
        Folder = Folder,
        Features = plan.Features,
        Culture = CultureInfo.GetCultureInfo(plan.Culture),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone),
        Hosts = Hosts,
        Sessions = Sessions,
        Uses = Uses,
    };
}
