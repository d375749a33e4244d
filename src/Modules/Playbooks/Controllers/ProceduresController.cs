using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Playbooks.Controllers;

/// <summary>Procedures, what they say for whom, and new layers.</summary>
[Area("Playbooks")]
[Route("app/playbooks")]
internal sealed class ProceduresController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    [RequirePermission(PlaybookPermissions.View)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var rows = await sender.AskAsync(new ListProcedures(), cancellationToken);
        return rows.Succeeded ? View(rows.Value) : this.FailedPage(rows.Failure);
    }

    /// <param name="brand">Principal.</param>
    /// <param name="at">Path of the organisation that does the job.</param>
    /// <param name="model">Model of the machine.</param>
    [HttpGet("{code}")]
    [RequirePermission(PlaybookPermissions.View)]
    public async Task<IActionResult> Show(string code, Guid? brand, string? at, Guid? model, CancellationToken cancellationToken)
    {
        var view = await sender.AskAsync(new ShowProcedure(code, brand, at, model), cancellationToken);
        return view.Succeeded ? View(view.Value) : this.FailedPage(view.Failure);
    }

    [HttpGet("{code}/layers/new")]
    [WritesProcedures]
    public Task<IActionResult> NewLayer(string code, DefinitionLayer? layer, CancellationToken cancellationToken) =>
        LayerFormAsync(code, new NewLayerInput { Layer = layer ?? DefinitionLayer.Brand }, null, cancellationToken);

    [HttpPost("{code}/layers/new")]
    [WritesProcedures]
    public async Task<IActionResult> NewLayer(string code, NewLayerInput input, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LayerFormAsync(code, input, null, cancellationToken);
        }

        var made = await sender.SendAsync(new CreateLayer(code, input.Layer, input.PrincipalId, input.OrganisationPath, input.ModelId), cancellationToken);
        return made.Succeeded
            ? this.Done($"/app/playbooks/layers/{made.Value}/draft", texts["NewLayer.Done"])
            : await LayerFormAsync(code, input, made.Failure, cancellationToken);
    }

    private async Task<IActionResult> LayerFormAsync(string code, NewLayerInput input, Failure? failure, CancellationToken cancellationToken)
    {
        var view = await sender.AskAsync(new ShowProcedure(code, input.PrincipalId, null, null), cancellationToken);
        if (!view.Succeeded)
        {
            return this.FailedPage(view.Failure);
        }

        input.View = view.Value;
        return failure is null ? View("NewLayer", input) : this.Failed(failure, input, "NewLayer");
    }
}

/// <summary>Whose layer to open.</summary>
internal sealed class NewLayerInput
{
    public DefinitionLayer Layer { get; set; }

    public Guid? PrincipalId { get; set; }

    public string? OrganisationPath { get; set; }

    public Guid? ModelId { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    [Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public ProcedureView View { get; set; } = null!;
}
