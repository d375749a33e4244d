using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Contracts.Views;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Controllers;

/// <summary>Serves the next step of the division picker.</summary>
[Area("Network")]
[Route("app/divisions")]
[Staff]
internal sealed class DivisionsController(IDivisions divisions) : Controller
{
    /// <param name="field">Name under which the chosen code is posted.</param>
    /// <param name="pick">What was chosen.</param>
    [HttpGet("picker")]
    public IActionResult Picker(string? field, string? pick) =>
        field is not { Length: > 0 and <= 100 } ? BadRequest() : PartialView("_DivisionPicker", DivisionLevels.Of(divisions, field, pick));
}
