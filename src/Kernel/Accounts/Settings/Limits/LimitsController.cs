using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Settings.Limits;

/// <summary>How much the site takes.</summary>
[Area("Accounts")]
[RequirePermission(AccountPermissions.Settings)]
[Route("app/settings/limits")]
internal sealed class LimitsController(ISender sender, ISettings settings, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var limits = await settings.GetAsync<SiteLimits>(cancellationToken);
        return View(new LimitsForm
        {
            PhotoMegabytes = limits.PhotoMegabytes,
            CodesPerHour = limits.CodesPerHour,
            CodesPerDay = limits.CodesPerDay,
            CodesPerAddressAndDay = limits.CodesPerAddressAndDay,
            Version = await settings.VersionAsync<SiteLimits>(cancellationToken),
        });
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(LimitsForm form, CancellationToken cancellationToken)
    {
        var command = new SaveLimits(form.PhotoMegabytes ?? 0, form.CodesPerHour ?? 0, form.CodesPerDay ?? 0, form.CodesPerAddressAndDay ?? 0, form.Version);
        var saved = await sender.SendAsync(command, cancellationToken);
        return saved.Succeeded ? this.Done("/app/settings/limits", texts["Settings.Saved"]) : this.Failed(saved.Failure, form);
    }
}

internal sealed class LimitsForm
{
    public int? PhotoMegabytes { get; set; }

    public int? CodesPerHour { get; set; }

    public int? CodesPerDay { get; set; }

    public int? CodesPerAddressAndDay { get; set; }

    public int Version { get; set; }
}
