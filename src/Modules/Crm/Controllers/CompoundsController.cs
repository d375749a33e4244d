using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.Security;
using ServicePlatform.Ui;
using ServicePlatform.Web;

namespace ServicePlatform.Crm.Controllers;

/// <summary>Compounds and their water.</summary>
[Area("Crm")]
[Route("app/compounds")]
[RequirePermission(CrmPermissions.View)]
internal sealed class CompoundsController(ISender sender, SiteTime time, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, string? after, string? before, CancellationToken cancellationToken)
    {
        var list = await sender.AskAsync(new ListCompounds(q, new PageRequest(before ?? after, before is not null)), cancellationToken);
        ViewData["Text"] = q;
        return list.Succeeded ? View(list.Value) : this.FailedPage(list.Failure);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetCompound(id), cancellationToken);
        return detail.Succeeded ? View(detail.Value) : this.FailedPage(detail.Failure);
    }

    [HttpGet("new")]
    [RequirePermission(CrmPermissions.Edit)]
    public IActionResult New() => Form(new CompoundForm());

    [HttpPost("new")]
    [RequirePermission(CrmPermissions.Edit)]
    public Task<IActionResult> New(CompoundForm form, CancellationToken cancellationToken)
    {
        form.Id = null;
        return SaveAsync(form, cancellationToken);
    }

    [HttpGet("{id:guid}/edit")]
    [RequirePermission(CrmPermissions.Edit)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetCompound(id), cancellationToken);
        return detail.Succeeded ? Form(CompoundForm.Of(detail.Value.Compound)) : this.FailedPage(detail.Failure);
    }

    [HttpPost("{id:guid}/edit")]
    [RequirePermission(CrmPermissions.Edit)]
    public Task<IActionResult> Edit(Guid id, CompoundForm form, CancellationToken cancellationToken)
    {
        form.Id = id;
        return SaveAsync(form, cancellationToken);
    }

    [HttpGet("{id:guid}/reading")]
    [RequirePermission(CrmPermissions.Edit)]
    public async Task<IActionResult> Reading(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetCompound(id), cancellationToken);
        return detail.Succeeded
            ? ReadingView(new ReadingForm { TakenOn = DateOnly.FromDateTime(time.LocalNow), Title = detail.Value.Compound.Name })
            : this.FailedPage(detail.Failure);
    }

    [HttpPost("{id:guid}/reading")]
    [RequirePermission(CrmPermissions.Edit)]
    public async Task<IActionResult> Reading(Guid id, ReadingForm form, CancellationToken cancellationToken)
    {
        var command = new RecordReading(id, form.TakenOn ?? default, form.Source, form.Tds, form.Hardness, form.ResidualChlorine);
        var saved = ModelState.IsValid ? await sender.SendAsync(command, cancellationToken) : Failure.Invalid([]);
        if (saved.Succeeded)
        {
            return this.Done($"/app/compounds/{id}", texts["Compound.ReadingSaved"]);
        }

        ReadingView(form);
        return this.Failed(saved.Failure, form);
    }

    private async Task<IActionResult> SaveAsync(CompoundForm form, CancellationToken cancellationToken)
    {
        var saved = ModelState.IsValid ? await sender.SendAsync(form.Command(), cancellationToken) : Failure.Invalid([]);
        if (saved.Succeeded)
        {
            return this.Done($"/app/compounds/{saved.Value}", texts["Compound.Saved"]);
        }

        Form(form);
        return this.Failed(saved.Failure, form, "Form");
    }

    private ViewResult Form(CompoundForm form)
    {
        ViewData["Datums"] = Enum.GetNames<Datum>().Select(name => new SelectListItem(texts["Datum." + name], name)).ToList();
        return View("Form", form);
    }

    private ViewResult ReadingView(ReadingForm form)
    {
        ViewData["Sources"] = Enum.GetNames<WaterSource>().Select(name => new SelectListItem(texts["WaterSource." + name], name)).ToList();
        return View("Reading", form);
    }
}
