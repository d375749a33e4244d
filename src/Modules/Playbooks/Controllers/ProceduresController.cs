using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Playbooks.Controllers;

/// <summary>Procedures, what they say for whom, and new layers.</summary>
[Area("Playbooks")]
[Route("app/playbooks")]
internal sealed class ProceduresController(ISender sender, IPrincipalReader principals, IModelReader models, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    [RequirePermission(PlaybookPermissions.View)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var rows = await sender.AskAsync(new ListProcedures(), cancellationToken);
        return rows.Succeeded ? View(rows.Value) : this.FailedPage(rows.Failure);
    }

    [HttpGet("new", Order = -1)]
    [RequirePermission(PlaybookPermissions.Edit)]
    public async Task<IActionResult> New(CancellationToken cancellationToken) => View(await PreparedAsync(new NewProcedureInput(), cancellationToken));

    [HttpPost("new", Order = -1)]
    [RequirePermission(PlaybookPermissions.Edit)]
    public async Task<IActionResult> New(NewProcedureInput input, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return View(await PreparedAsync(input, cancellationToken));
        }

        var made = await sender.SendAsync(new CreateProcedure(input.PrincipalId ?? Guid.Empty, input.CategoryCode ?? "", input.JobTypes, input.TitleZh?.Trim() ?? "", input.TitleEn), cancellationToken);
        return made.Succeeded
            ? this.Done($"/app/playbooks/layers/{made.Value}/draft", texts["NewLayer.Done"])
            : this.Failed(made.Failure, await PreparedAsync(input, cancellationToken));
    }

    private async Task<NewProcedureInput> PreparedAsync(NewProcedureInput input, CancellationToken cancellationToken)
    {
        input.Principals = [.. (await principals.ListAsync(cancellationToken)).Where(principal => principal.IsActive).Select(principal => new SelectListItem(principal.Name, principal.Id.ToString()))];
        input.Categories = [new SelectListItem(texts["Procedure.AnyCategory"], ""), .. (await models.CategoriesAsync(cancellationToken)).Select(category => new SelectListItem(category.Name, category.Code))];
        return input;
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

    [BindNever, ValidateNever]
    public ProcedureView View { get; set; } = null!;
}

/// <summary>A procedure to begin.</summary>
internal sealed class NewProcedureInput
{
    public string? TitleZh { get; set; }

    public string? TitleEn { get; set; }

    public Guid? PrincipalId { get; set; }

    public string? CategoryCode { get; set; }

    public List<string> JobTypes { get; set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Principals { get; set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Categories { get; set; } = [];
}
