using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Settings;

/// <summary>The site's own settings: name, language, zone, look, and which features are on.</summary>
[Area("Accounts")]
[RequirePermission(AccountPermissions.Settings)]
[Route("app/settings")]
internal sealed class SettingsController(SiteDirectory directory, SiteRegistry registry, SettingsChoices choices, FeatureBoard board, ISiteContext site, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public IActionResult Index()
    {
        var row = registry.Find(site.Id)!.Row;
        return View(Prepared(new SettingsForm { Name = row.Name, Culture = row.Culture, TimeZone = row.TimeZone, Theme = row.Theme, Version = row.Version }));
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(SettingsForm form, CancellationToken cancellationToken)
    {
        var change = new SiteSettings((form.Name ?? "").Trim(), form.Culture ?? "", form.TimeZone ?? "", form.Theme ?? "");
        var result = await directory.SaveSettingsAsync(site.Id, change, form.Version, cancellationToken);
        return result.Succeeded ? this.Done("/app/settings", texts["Settings.Saved"]) : this.Failed(result.Failure, Prepared(form));
    }

    [HttpGet("features")]
    public async Task<IActionResult> Features([FromServices] ISender sender, CancellationToken cancellationToken)
    {
        var history = await sender.AskAsync(new FeatureHistory(), cancellationToken);
        return history.Succeeded ? View(new FeaturesPage(board.Read(), history.Value)) : this.FailedPage(history.Failure);
    }

    [HttpGet("features/{id}")]
    public async Task<IActionResult> Feature(string id, [FromServices] FeatureTouches touches, CancellationToken cancellationToken)
    {
        if (board.Read().FirstOrDefault(line => line.Id == id) is not { } feature)
        {
            return this.FailedPage(Failure.NotFound("kernel.feature-unknown", id));
        }

        return View(new FeaturePage(feature, await touches.FindAsync(feature.With.Append(id).ToHashSet(StringComparer.Ordinal), cancellationToken)));
    }

    [HttpPost("features/{id}")]
    public async Task<IActionResult> Switch(string id, bool? on, CancellationToken cancellationToken)
    {
        if (board.NameOf(id) is not { } name)
        {
            return this.FailedPage(Failure.NotFound("kernel.feature-unknown", id));
        }

        if (on is not { } wanted)
        {
            return this.Refused(Failure.Invalid(nameof(on), "accounts.switch-missing"), "/app/settings/features");
        }

        var result = await directory.SwitchAsync(site.Id, wanted ? [id] : [], wanted ? [] : [id], cancellationToken);
        return result.Succeeded
            ? this.Done("/app/settings/features", texts[wanted ? "Features.TurnedOn" : "Features.TurnedOff", name])
            : this.Refused(result.Failure, "/app/settings/features");
    }

    private SettingsForm Prepared(SettingsForm form)
    {
        form.Cultures = choices.Cultures;
        form.TimeZones = choices.TimeZones(form.TimeZone);
        form.Themes = choices.Themes;
        return form;
    }
}
