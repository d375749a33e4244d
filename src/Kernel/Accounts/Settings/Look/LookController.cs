using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Files;
using ServicePlatform.Files;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Sites;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Settings.Look;

/// <summary>Colour, hotline and logo of the site.</summary>
[Area("Accounts")]
[RequirePermission(AccountPermissions.Settings)]
[Route("app/settings/look")]
internal sealed class LookController(ISender sender, ISettings settings, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var look = await settings.GetAsync<SiteLook>(cancellationToken);
        return View(new LookForm { Accent = look.Accent, Hotline = look.Hotline, HasLogo = look.LogoId is not null, Version = await settings.VersionAsync<SiteLook>(cancellationToken) });
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(LookForm form, CancellationToken cancellationToken)
    {
        await using var logo = form.Logo?.OpenReadStream();
        var command = new SaveLook(form.Accent?.Trim(), form.Hotline?.Trim(), logo, form.Logo?.FileName, form.RemovesLogo, form.Version);
        var saved = await sender.SendAsync(command, cancellationToken);
        form.HasLogo = (await settings.GetAsync<SiteLook>(cancellationToken)).LogoId is not null;
        return saved.Succeeded ? this.Done("/app/settings/look", texts["Settings.Saved"]) : this.Failed(saved.Failure, form);
    }
}

/// <summary>The site's logo, for everybody: it stands on the sign-in page too. Its address changes with it.</summary>
[Area("Accounts")]
[Everybody]
internal sealed class LogoController(ISiteContext site, ISiteDb db, IFileStore files) : Controller
{
    [HttpGet("/site-logo/{id:guid}")]
    [ResponseCache(Duration = 30 * 24 * 3600, Location = ResponseCacheLocation.Any)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var type = site.Look.LogoId == id ? await db.List<FileRow>().Where(file => file.Id == id).Select(file => file.ContentType).SingleOrDefaultAsync(cancellationToken) : null;
        if (type is null || await files.OpenAsync(id, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(content, type);
    }
}

internal sealed class LookForm
{
    public string? Accent { get; set; }

    public string? Hotline { get; set; }

    public IFormFile? Logo { get; set; }

    public bool RemovesLogo { get; set; }

    public bool HasLogo { get; set; }

    public int Version { get; set; }
}
