using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;

namespace ServicePlatform.Kernel.Sites;

/// <summary>Where a site's data lie.</summary>
/// <param name="Provider">Name of the database provider.</param>
/// <param name="Connection">Connection string, sealed or not; for SQLite the name of the file in the folder, empty for <c>site.db</c>.</param>
/// <param name="Folder">Name of the folder below <c>sites</c>; null for the site's id.</param>
public sealed record SitePlace(string Provider, string Connection, string? Folder);

public sealed partial class SiteDirectory
{
    /// <summary>How long those who are at work in a site may take to leave it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Lets nobody into a site any more, and waits until everybody has left it, so that nothing is written behind the back of a move.</summary>
    public async Task<Result<SiteRuntime>> CloseForMoveAsync(string siteId, CancellationToken cancellationToken)
    {
        if (registry.Find(siteId) is not { } site)
        {
            return Failure.NotFound("kernel.site-unknown");
        }

        if (site.Row.IsOperatorArea || site.Row.State == SiteState.SettingUp)
        {
            return Failure.Conflict(site.Row.IsOperatorArea ? "kernel.site-own-area" : "kernel.site-setting-up");
        }

        if (site.Row.State != SiteState.Moving && await ChangeAsync(siteId, row => row.State = SiteState.Moving, cancellationToken) is { Succeeded: false } refused)
        {
            return refused.Failure;
        }

        var since = time.GetTimestamp();
        while (site.Uses.Count > 0)
        {
            if (time.GetElapsedTime(since) > Patience)
            {
                return Failure.Conflict("kernel.site-busy");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
        }

        site = registry.Find(siteId)!;
        site.Provider.CloseIdleConnections(site.ConnectionString);
        return site;
    }

    /// <summary>Opens a site again that was closed for a move which did not take place.</summary>
    /// <param name="siteId">One that may be gone.</param>
    /// <param name="state">As it was before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ReopenAsync(string siteId, SiteState state, CancellationToken cancellationToken)
    {
        if (registry.Find(siteId)?.Row.State == SiteState.Moving)
        {
            await ChangeAsync(siteId, row => row.State = state, cancellationToken);
        }
    }

    /// <summary>From now on a site's data are somewhere else. Where they were is remembered and left alone.</summary>
    /// <param name="act">For the audit: <c>MoveSite</c>.</param>
    /// <param name="also">Changes the row with it.</param>
    public async Task<Result<Done>> RelocateAsync(
        string siteId, SitePlace place, SiteState state, string act, CancellationToken cancellationToken, Action<SiteRow>? also = null)
    {
        if (registry.Find(siteId) is not { } site)
        {
            return Failure.NotFound("kernel.site-unknown");
        }

        site.Provider.CloseIdleConnections(site.ConnectionString);
        var former = site.Row;
        host.Add(new FormerPlace
        {
            SiteId = siteId,
            Provider = former.Provider,
            Connection = former.Connection,
            Folder = former.Folder,
            Since = time.GetUtcNow().UtcDateTime,
        });

        // One commit with the site's row: there is no moment in which the site is nowhere.
        return await AuditedAsync(
            siteId,
            act,
            [("From", former.Provider), ("To", place.Provider)],
            row =>
            {
                (row.Provider, row.Connection, row.Folder, row.State) = (place.Provider, key.Seal(place.Connection), place.Folder, state);
                also?.Invoke(row);
            },
            cancellationToken);
    }

    /// <summary>Adds a site whose data are there already. It is stopped, so that a copy tells nobody anything before the operator has looked at it.</summary>
    public async Task<Result<string>> AdoptAsync(SiteRow row, string act, CancellationToken cancellationToken)
    {
        if ((IdFailure(row.Id) ?? AddressFailure(row.Prefix, row.Hosts)) is { } failure)
        {
            return failure;
        }

        using var turn = await registry.EnterAddressesAsync(cancellationToken);
        if (await IsTakenAsync(row.Id, row.Prefix, row.Hosts, cancellationToken))
        {
            return Failure.Invalid(nameof(NewSite.Prefix), "kernel.site-address-taken");
        }

        row.Connection = key.Seal(row.Connection);
        host.Add(row);
        await host.SaveChangesAsync(cancellationToken);
        host.ChangeTracker.Clear();
        await registry.OpenAsync(row, cancellationToken);
        await audit.WriteAsync(row.Id, act, [], cancellationToken);
        return row.Id;
    }

    /// <summary>Whether a new site can have this id and address.</summary>
    public async Task<Failure?> AddressFailureAsync(string siteId, string prefix, string hosts, CancellationToken cancellationToken) =>
        IdFailure(siteId) ?? AddressFailure(prefix, hosts)
        ?? (await IsTakenAsync(siteId, prefix, hosts, cancellationToken) ? Failure.Invalid(nameof(NewSite.Prefix), "kernel.site-address-taken") : null);

    /// <summary>Where a site's data were before.</summary>
    public async Task<IReadOnlyList<FormerPlace>> FormerPlacesAsync(string siteId, CancellationToken cancellationToken) =>
        await host.FormerPlaces.AsNoTracking().Where(place => place.SiteId == siteId).OrderByDescending(place => place.Since).ToListAsync(cancellationToken);

    /// <summary>Removes what is left at a former place: files are deleted, a database on a server is forgotten and left to its administrator.</summary>
    public async Task<Result<Done>> RemoveFormerPlaceAsync(string siteId, Guid placeId, CancellationToken cancellationToken)
    {
        if (registry.Find(siteId) is not { } site || await host.FormerPlaces.AsNoTracking().SingleOrDefaultAsync(row => row.Id == placeId && row.SiteId == siteId, cancellationToken) is not { } place)
        {
            return Failure.NotFound("kernel.site-unknown");
        }

        var folder = registry.FolderOf(place.Folder ?? siteId);
        try
        {
            if (place.Provider == "Sqlite")
            {
                // The database that the site works with now is never taken away, nor what it has written beside it.
                var file = Path.Combine(folder, Path.GetFileName(place.Connection.Length == 0 ? "site.db" : key.Open(place.Connection)));
                foreach (var path in site.ConnectionString.Contains(file + ";", StringComparison.Ordinal) ? [] : new[] { file, file + "-wal", file + "-shm" })
                {
                    File.Delete(path);
                }
            }

            if (folder != site.Folder && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failure.Conflict("kernel.site-folder-stays", folder);
        }

        await host.FormerPlaces.Where(row => row.Id == placeId).ExecuteDeleteAsync(cancellationToken);
        await audit.WriteAsync(siteId, "RemoveFormerPlace", [("Provider", place.Provider)], cancellationToken);
        return Result.Done;
    }
}
