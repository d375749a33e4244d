using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Operator.Sites;

/// <summary>What changes a site as a whole and asks for more than a button: its address, its end.</summary>
[Area("Operator")]
[RequirePermission(OperatorPermissions.Sites)]
[Route("app/sites/{id}")]
internal sealed class SiteChangesController(SiteBoard board, SiteDirectory directory, SiteAdministrators administrators, IHostApplicationLifetime lifetime, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("address")]
    public IActionResult Address(string id) => board.Find(id) is { IsOperatorArea: false } site
        ? View(new AddressForm { Name = site.Name, Prefix = site.Prefix, Hosts = string.Join(' ', site.Hosts), Version = site.Version })
        : this.FailedPage(Failure.NotFound("kernel.site-unknown"));

    [HttpPost("address")]
    public async Task<IActionResult> Address(string id, AddressForm form)
    {
        if (board.Find(id) is not { IsOperatorArea: false } site)
        {
            return this.FailedPage(Failure.NotFound("kernel.site-unknown"));
        }

        form.Name = site.Name;
        var hosts = string.Join(' ', (form.Hosts ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var prefix = (form.Prefix ?? "").Trim().Trim('/');
        if (board.ShutsOut(prefix, hosts, Request.Host.Host) is { } failure)
        {
            return this.Failed(failure, form);
        }

        var changed = await directory.ChangeAddressAsync(id, prefix, hosts, form.Version, lifetime.ApplicationStopping);
        return changed.Succeeded ? this.Done($"/app/sites/{id}", texts["Sites.AddressChanged"]) : this.Failed(changed.Failure, form);
    }

    [HttpGet("administrator")]
    public IActionResult Administrator(string id) => board.Find(id) is { IsOperatorArea: false, Health: SiteHealth.Running } site
        ? View(new AdministratorForm { Name = site.Name })
        : this.FailedPage(Failure.NotFound("kernel.site-unknown"));

    [HttpPost("administrator")]
    public async Task<IActionResult> Administrator(string id, AdministratorForm form)
    {
        if (board.Find(id) is not { IsOperatorArea: false, Health: SiteHealth.Running } site)
        {
            return this.FailedPage(Failure.NotFound("kernel.site-unknown"));
        }

        form.Name = site.Name;
        var added = await administrators.AddAsync(id, (form.UserName ?? "").Trim(), (form.DisplayName ?? "").Trim(), form.Password ?? "", lifetime.ApplicationStopping);
        if (added.Succeeded)
        {
            return this.Done($"/app/sites/{id}", texts["Sites.AdministratorAdded", form.UserName!.Trim()]);
        }

        form.Password = null;
        ModelState.Remove(nameof(form.Password));
        return this.Failed(added.Failure, form);
    }

    [HttpGet("delete")]
    public IActionResult Delete(string id) => board.Find(id) is { IsOperatorArea: false } site
        ? View(new DeleteForm { Site = site })
        : this.FailedPage(Failure.NotFound("kernel.site-unknown"));

    [HttpPost("delete")]
    public async Task<IActionResult> Delete(string id, DeleteForm form)
    {
        if (board.Find(id) is not { IsOperatorArea: false } site)
        {
            return this.FailedPage(Failure.NotFound("kernel.site-unknown"));
        }

        form.Site = site;
        var deleted = await directory.DeleteAsync(id, form.TypedName ?? "", lifetime.ApplicationStopping);
        return deleted.Succeeded ? this.Done("/app/sites", deleted.Value.Length > 0 ? texts["Sites.DeletedTo", site.Name, deleted.Value] : texts["Sites.Deleted", site.Name])
            : board.Find(id) is null ? this.Refused(deleted.Failure, "/app/sites")
            : this.Failed(deleted.Failure, form);
    }
}

internal sealed class AddressForm
{
    public string Name { get; set; } = "";

    public string? Prefix { get; set; }

    public string? Hosts { get; set; }

    /// <summary>Of the site's row when the form was opened.</summary>
    public int Version { get; set; }
}

internal sealed class AdministratorForm
{
    public string Name { get; set; } = "";

    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public string? Password { get; set; }
}

internal sealed class DeleteForm
{
    public string? TypedName { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public SiteLine? Site { get; set; }
}
