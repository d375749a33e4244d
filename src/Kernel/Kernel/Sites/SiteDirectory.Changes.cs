using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Recipes;

namespace ServicePlatform.Kernel.Sites;

public sealed partial class SiteDirectory
{
    /// <summary>Gives a site another address from the next request on; the old one is nobody's then.</summary>
    /// <param name="prefix">First path segment, without slashes; empty for none.</param>
    /// <param name="hosts">Host names, separated by blanks; empty for every host.</param>
    /// <param name="version">Of the row that was changed; refused if it has been changed since.</param>
    public async Task<Result<Done>> ChangeAddressAsync(string siteId, string prefix, string hosts, int version, CancellationToken cancellationToken)
    {
        if (AddressFailure(prefix, hosts) is { } wrong)
        {
            return wrong;
        }

        // One at a time, so that two sites do not both find an address free.
        using var turn = await registry.EnterAddressesAsync(cancellationToken);
        if (await IsTakenAsync(siteId, prefix, hosts, cancellationToken))
        {
            return Failure.Invalid(nameof(NewSite.Prefix), "kernel.site-address-taken");
        }

        if (registry.Find(siteId)?.Row.Version is { } current && current != version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(version, current) };
        }

        return await AuditedAsync(siteId, "ChangeAddress", [("Prefix", prefix), ("Hosts", hosts)], row => (row.Prefix, row.Hosts) = (prefix, hosts), cancellationToken);
    }

    /// <summary>
    /// Removes a stopped site, or one that could not be set up, from the host. Its folder (database file, uploads, keys) is moved aside and kept; a database on a server stays
    /// where it is.
    /// </summary>
    /// <param name="typedName">The site's name, typed by whoever removes it.</param>
    /// <returns>Where its folder is now; empty where there was none.</returns>
    public async Task<Result<string>> DeleteAsync(string siteId, string typedName, CancellationToken cancellationToken)
    {
        if (registry.Find(siteId) is not { } site)
        {
            return Failure.NotFound("kernel.site-unknown");
        }

        // Nobody sets it up again meanwhile.
        using var turn = registry.BeginSetUp(siteId);
        var state = site.Row.State;
        if (site.Row.IsOperatorArea || turn is null || !(state == SiteState.Stopped || (state == SiteState.SettingUp && site.Fault is not null)))
        {
            return Failure.Conflict("kernel.site-not-stopped");
        }

        if (!string.Equals(typedName.Trim(), site.Row.Name.Trim(), StringComparison.Ordinal))
        {
            return Failure.Invalid("TypedName", "kernel.site-name-typed", site.Row.Name);
        }

        // The row goes first: a folder without a row is refused to whoever comes next, a row without its folder would begin an empty site.
        if (await host.Sites.Where(row => row.Id == siteId && row.State == state && row.Version == site.Row.Version).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return Failure.Conflict("kernel.stale");
        }

        // A site made again under this id has no part in what was before.
        await host.FormerPlaces.Where(place => place.SiteId == siteId).ExecuteDeleteAsync(CancellationToken.None);
        await registry.RemoveAsync(siteId, CancellationToken.None);
        recipes.Forget(RecipeCatalog.Own + siteId);
        site.Provider.CloseIdleConnections(site.ConnectionString);
        var moved = MoveAside(site);
        await audit.WriteAsync(siteId, "DeleteSite", [("Name", site.Row.Name)], CancellationToken.None);
        return moved;
    }

    private Result<string> MoveAside(SiteRuntime site)
    {
        if (!Directory.Exists(site.Folder))
        {
            return "";
        }

        var place = Path.Combine(DataFolder.Removed(site.Folder), $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{site.Id}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            Directory.Move(site.Folder, place);
            logger.LogInformation("The site {Site} was removed; its folder is {Folder} now", site.Id, place);
            return place;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogError(exception, "The folder {Folder} of the removed site {Site} could not be moved aside", site.Folder, site.Id);
            return Failure.Conflict("kernel.site-folder-stays", site.Folder);
        }
    }

    private static Failure? AddressFailure(string prefix, string hosts) =>
        prefix.Length > 0 && (!IdForm().IsMatch(prefix) || prefix == "health") ? Failure.Invalid(nameof(NewSite.Prefix), "kernel.site-prefix") : SiteChecks.HostsFailure(hosts);

    private async Task<bool> IsTakenAsync(string siteId, string prefix, string hosts, CancellationToken cancellationToken)
    {
        var neighbours = await host.Sites.AsNoTracking().Where(row => row.Prefix == prefix && row.Id != siteId).Select(row => row.Hosts).ToListAsync(cancellationToken);
        return neighbours.Exists(others => SiteChecks.Overlap(prefix, others, hosts));
    }
}
