using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Operator.Plugins;

/// <summary>The plugins of the host: how they do, and which come and go.</summary>
[Area("Operator")]
[RequirePermission(OperatorPermissions.Plugins)]
[Route("app/plugins")]
internal sealed class PluginsController(
    PluginBoard board, PluginHost plugins, PluginPackages packages, SiteDirectory directory, SiteAudit audit, ServicePlatform.Sites.ISiteContext here, IHostApplicationLifetime lifetime, IStringLocalizer<Texts> texts, ILogger<PluginsController> logger) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(board.Read());

    [HttpGet("{id}")]
    public IActionResult Show(string id) => board.Find(id) is { } page ? View(page) : this.FailedPage(Unknown);

    [HttpGet("add", Order = -1)]
    public IActionResult Add() => View(new PackageForm());

    [HttpPost("add", Order = -1)]
    public async Task<IActionResult> Add(PackageForm form)
    {
        if (form.Package is not { Length: > 0 } file)
        {
            return this.Failed(Failure.Invalid(nameof(form.Package), "kernel.plugin-package-missing"), form);
        }

        await using var content = file.OpenReadStream();
        var added = await packages.AddAsync(content, lifetime.ApplicationStopping);
        if (!added.Succeeded)
        {
            return this.Failed(added.Failure, form);
        }

        await KeepAsync("AddPlugin", added.Value.Id, added.Value.Version);
        return this.Done($"/app/plugins/{added.Value.Id}", texts["Plugins.Added", added.Value.Name ?? added.Value.Id]);
    }

    [HttpPost("{id}/remove")]
    public Task<IActionResult> Remove(string id) => ChangeAsync(id, "RemovePlugin", packages.Remove, "Plugins.WillGo");

    [HttpPost("{id}/keep")]
    public Task<IActionResult> Keep(string id) => ChangeAsync(id, "KeepPlugin", packages.Keep, "Plugins.Kept");

    /// <summary>Lets a plugin out of quarantine at the next start.</summary>
    [HttpPost("{id}/release")]
    public Task<IActionResult> Release(string id) => ChangeAsync(id, "ReleasePlugin", packages.Release, "Plugins.WillTry");

    /// <summary>Ends its rest.</summary>
    [HttpPost("{id}/wake")]
    public Task<IActionResult> Wake(string id) => ChangeAsync(id, "WakePlugin", WakeUp, "Plugins.Woken");

    [HttpPost("{id}/off")]
    public Task<IActionResult> Off(string id, string site) => SwitchAsync(id, site, isOn: false);

    [HttpPost("{id}/on")]
    public Task<IActionResult> On(string id, string site) => SwitchAsync(id, site, isOn: true);

    private static Failure Unknown => Failure.NotFound("kernel.plugin-unknown");

    private Result<Done> WakeUp(string id)
    {
        if (plugins.All.FirstOrDefault(plugin => plugin.Id == id) is not { } plugin)
        {
            return Unknown;
        }

        plugin.Health.Wake();
        return Result.Done;
    }

    private async Task<IActionResult> SwitchAsync(string id, string site, bool isOn)
    {
        if (plugins.AtWork.All(plugin => plugin.Id != id))
        {
            return this.FailedPage(Unknown);
        }

        var switched = await directory.SwitchAsync(site ?? "", isOn ? [id] : [], isOn ? [] : [id], lifetime.ApplicationStopping);
        return switched.Succeeded ? this.Done($"/app/plugins/{id}", texts[isOn ? "Plugins.IsOn" : "Plugins.IsOff"]) : this.Refused(switched.Failure, $"/app/plugins/{id}");
    }

    private async Task<IActionResult> ChangeAsync(string id, string act, Func<string, Result<Done>> change, string text)
    {
        var changed = change(id);
        if (!changed.Succeeded)
        {
            return this.FailedPage(changed.Failure);
        }

        await KeepAsync(act, id, "");
        return this.Done(board.Find(id) is null ? "/app/plugins" : $"/app/plugins/{id}", texts[text]);
    }

    private async Task KeepAsync(string act, string id, string version)
    {
        logger.LogInformation("{Act}: {Plugin} {Version}", act, id, version);
        await audit.WriteAsync(here.Id, act, [("Plugin", id), ("Version", version)], lifetime.ApplicationStopping);
    }
}

internal sealed class PackageForm
{
    public IFormFile? Package { get; set; }
}
