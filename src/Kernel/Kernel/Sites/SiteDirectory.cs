using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Sites;

/// <summary>Creates and changes sites: what the operator's area does.</summary>
public sealed partial class SiteDirectory(
    HostDbContext host, SiteRegistry registry, RecipeRunner recipes, ModuleCatalog catalog, SiteAudit audit, HostKey key, IFailureText failures, TimeProvider time, ILogger<SiteDirectory> logger)
{
    /// <summary>Creates a site and runs its recipe. If the recipe fails the site stays, closed with the cause, so that it can be tried again.</summary>
    public Task<Result<string>> CreateAsync(NewSite site, CancellationToken cancellationToken) => CreateAsync(site, null, cancellationToken);

    /// <inheritdoc cref="CreateAsync(NewSite, CancellationToken)"/>
    /// <param name="progress">Told of each step of the recipe before it begins.</param>
    public async Task<Result<string>> CreateAsync(NewSite site, IProgress<RecipeProgress>? progress, CancellationToken cancellationToken)
    {
        var registered = await RegisterAsync(site, cancellationToken);
        if (!registered.Succeeded)
        {
            return registered.Failure;
        }

        var row = registered.Value;
        var result = site.Recipe.Length == 0 ? await OpenAsync(row, cancellationToken) : await SetUpAsync(row.Id, site.Recipe, progress, cancellationToken);
        await audit.WriteAsync(row.Id, "CreateSite", [("Recipe", site.Recipe)], cancellationToken);
        return result;
    }

    /// <summary>Creates a site that waits to be set up: its id and its addresses are taken, nobody is let in yet.</summary>
    public async Task<Result<string>> ReserveAsync(NewSite site, CancellationToken cancellationToken)
    {
        var registered = await RegisterAsync(site, cancellationToken);
        if (!registered.Succeeded)
        {
            return registered.Failure;
        }

        await registry.AwaitAsync(registered.Value, cancellationToken);
        await audit.WriteAsync(site.Id, "CreateSite", [("Recipe", site.Recipe)], cancellationToken);
        return site.Id;
    }

    private async Task<Result<SiteRow>> RegisterAsync(NewSite site, CancellationToken cancellationToken)
    {
        if (IdFailure(site.Id) is { } wrongId)
        {
            return wrongId;
        }

        if ((AddressFailure(site.Prefix, site.Hosts) ?? SiteChecks.Of(site)) is { } failure)
        {
            return failure;
        }

        if (await host.Sites.AnyAsync(row => row.Id == site.Id, cancellationToken))
        {
            return Failure.Invalid(nameof(site.Id), "kernel.site-exists", site.Id);
        }

        using var turn = await registry.EnterAddressesAsync(cancellationToken);
        if (await IsTakenAsync(site.Id, site.Prefix, site.Hosts, cancellationToken))
        {
            return Failure.Invalid(nameof(site.Prefix), "kernel.site-address-taken");
        }

        if (site.Recipe.Length > 0 && !recipes.Exists(site.Recipe))
        {
            return Failure.Invalid(nameof(site.Recipe), "kernel.recipe-unknown", site.Recipe);
        }

        if (registry.FolderOf(site.Id) is var folder && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return Failure.Invalid(nameof(site.Id), "kernel.site-folder-left", folder);
        }

        var row = new SiteRow
        {
            Id = site.Id,
            Name = site.Name.Length > 0 ? site.Name : site.Id,
            Prefix = site.Prefix,
            Hosts = site.Hosts,
            Provider = site.Provider,
            Connection = key.Seal(site.Connection),
            Culture = site.Culture,
            TimeZone = site.TimeZone,
            Theme = site.Theme,
            IsOperatorArea = site.IsOperatorArea,
            State = site.Recipe.Length == 0 ? SiteState.Running : SiteState.SettingUp,
            Recipe = site.Recipe.Length == 0 ? null : site.Recipe,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        host.Add(row);
        try
        {
            await host.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else created it in this moment.
            return Failure.Invalid(nameof(site.Id), "kernel.site-exists", site.Id);
        }
        finally
        {
            // The recipe changes the row through contexts of its own.
            host.ChangeTracker.Clear();
        }

        return row;
    }

    /// <summary>Why a new site cannot have this id, or null.</summary>
    public Failure? IdFailure(string id) =>
        !IdForm().IsMatch(id) || id == "new" ? Failure.Invalid(nameof(NewSite.Id), "kernel.site-id")
        : registry.Find(id) is not null ? Failure.Invalid(nameof(NewSite.Id), "kernel.site-exists", id)
        : null;

    /// <summary>Switches features of a site; what they need comes with them, what needs them goes with them.</summary>
    public async Task<Result<Done>> SwitchAsync(string siteId, IReadOnlyCollection<string> on, IReadOnlyCollection<string> off, CancellationToken cancellationToken)
    {
        foreach (var (feature, index) in on.Concat(off).Select((feature, index) => (feature, index)))
        {
            if (!catalog.Features.TryGetValue(feature, out var info))
            {
                return Failure.Invalid($"Features[{index}]", "kernel.feature-unknown", feature);
            }

            if (info.AlwaysEnabled && off.Contains(feature, StringComparer.Ordinal))
            {
                return Failure.Invalid($"Features[{index}]", "kernel.feature-always", feature);
            }
        }

        if (registry.Find(siteId) is { Row.IsOperatorArea: false } && catalog.Close(on).FirstOrDefault(feature => catalog.Features[feature].OperatorAreaOnly) is { } reserved)
        {
            return Failure.Invalid("Features[0]", "kernel.feature-reserved", reserved);
        }

        return await AuditedAsync(
            siteId,
            "SwitchFeatures",
            [("On", string.Join(' ', on)), ("Off", string.Join(' ', off))],
            row =>
            {
                var wanted = catalog.Close(row.Features.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(on));
                var dropped = off.Concat(off.SelectMany(feature => catalog.Dependents(feature, wanted))).ToHashSet(StringComparer.Ordinal);
                row.Features = string.Join(' ', wanted.Where(feature => !dropped.Contains(feature)).Order(StringComparer.Ordinal));
            },
            cancellationToken);
    }

    /// <summary>Saves what a site's administrator may set; refused if the settings were changed since <paramref name="version"/>.</summary>
    public async Task<Result<Done>> SaveSettingsAsync(string siteId, SiteSettings settings, int version, CancellationToken cancellationToken)
    {
        var failure = (settings.Name.Length == 0 ? Failure.Invalid(nameof(settings.Name), "kernel.site-name-missing") : SiteChecks.NameFailure(settings.Name))
            ?? SiteChecks.CultureFailure(settings.Culture)
            ?? SiteChecks.TimeZoneFailure(settings.TimeZone)
            ?? (catalog.Themes.ContainsKey(settings.Theme) ? null : Failure.Invalid(nameof(settings.Theme), "kernel.theme-unknown"));
        if (failure is not null)
        {
            return failure;
        }

        if (registry.Find(siteId)?.Row.Version is { } current && current != version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(version, current) };
        }

        return await AuditedAsync(
            siteId,
            "SaveSettings",
            [],
            row =>
            {
                row.Name = settings.Name;
                row.Culture = settings.Culture;
                row.TimeZone = settings.TimeZone;
                row.Theme = settings.Theme;
            },
            cancellationToken);
    }

    /// <summary>Stops a running site or starts a stopped or faulty one.</summary>
    public async Task<Result<Done>> SwitchAsync(string siteId, SiteState state, CancellationToken cancellationToken) =>
        registry.Find(siteId)?.Row.State switch
        {
            SiteState.SettingUp => Failure.Conflict("kernel.site-setting-up"),
            SiteState.Moving => Failure.Conflict("kernel.site-moving"),
            _ => await AuditedAsync(siteId, state == SiteState.Stopped ? "StopSite" : "StartSite", [], row => row.State = state, cancellationToken),
        };

    private async Task<Result<Done>> AuditedAsync(string siteId, string act, (string Name, string Value)[] details, Action<SiteRow> change, CancellationToken cancellationToken)
    {
        var result = await ChangeAsync(siteId, change, cancellationToken);
        if (result.Succeeded)
        {
            await audit.WriteAsync(siteId, act, details, cancellationToken);
        }

        return result;
    }

    public async Task<Result<Done>> ChangeAsync(string siteId, Action<SiteRow> change, CancellationToken cancellationToken)
    {
        var row = await host.Sites.SingleOrDefaultAsync(site => site.Id == siteId, cancellationToken);
        if (row is null)
        {
            return Failure.NotFound("kernel.site-unknown");
        }

        change(row);
        row.Version++;
        try
        {
            await host.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Failure.Conflict("kernel.stale");
        }
        finally
        {
            host.ChangeTracker.Clear();
        }

        await registry.ApplyAsync(row, cancellationToken);
        return Result.Done;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,31}\z", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex IdForm();
}
