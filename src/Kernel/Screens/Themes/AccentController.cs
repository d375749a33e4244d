using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Security;
using ServicePlatform.Ui.Colours;

namespace ServicePlatform.Screens.Themes;

/// <summary>The accent tokens of one colour as a style sheet, since pages carry no inline styles.</summary>
[Area("Screens")]
[Everybody]
internal sealed class AccentController : Controller
{
    [HttpGet("/accent/{colour:regex(^[[0-9a-fA-F]]{{6}}$)}.css")]
    [ResponseCache(Duration = 365 * 24 * 3600, Location = ResponseCacheLocation.Any)]
    public IActionResult Css(string colour) => Content(AccentRamp.ToCss("#" + colour) ?? "", "text/css; charset=utf-8");
}
