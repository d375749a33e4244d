using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Models;
using ServicePlatform.Devices.Screens;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Devices.Controllers;

[Area("Devices")]
[Route("app/models")]
[RequirePermission(DevicePermissions.Catalogue)]
internal sealed class ModelsController(ISender sender, IPrincipalReader principals, IActorContext actors, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, string? category, string? after, string? before, CancellationToken cancellationToken)
    {
        var models = await sender.AskAsync(new ListModels(category, q, new PageRequest(after ?? before, before is not null)), cancellationToken);
        var categories = await sender.AskAsync(new ListCategories(), cancellationToken);
        return models.Succeeded && categories.Succeeded
            ? View(new ModelListPage(models.Value, [.. categories.Value.Select(row => row.Category.AsOption())], await NamesAsync(cancellationToken), q))
            : this.FailedPage(models.Failure ?? categories.Failure!);
    }

    [HttpGet("{id:guid}")]
    [RequirePermission(DevicePermissions.View)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var model = await sender.AskAsync(new GetModel(id), cancellationToken);
        return model.Succeeded
            ? View(new ModelPage(model.Value, (await NamesAsync(cancellationToken)).GetValueOrDefault(model.Value.Model.PrincipalId, "")))
            : this.FailedPage(model.Failure);
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken)
    {
        var form = new ModelForm { IsNew = true };
        await FillAsync(form, cancellationToken);
        form.PrincipalId ??= form.Principals is [var only] ? Guid.Parse(only.Value) : null;
        return View("Edit", form);
    }

    [HttpPost("new")]
    public async Task<IActionResult> New(ModelForm form, CancellationToken cancellationToken)
    {
        form.IsNew = true;
        return await SaveAsync(form, form.PrincipalId ?? Guid.Empty, form.Code ?? "", cancellationToken);
    }

    [HttpGet("{id:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var model = await sender.AskAsync(new GetModel(id), cancellationToken);
        if (!model.Succeeded)
        {
            return this.FailedPage(model.Failure);
        }

        var form = ModelForm.Of(model.Value);
        await FillAsync(form, cancellationToken);
        return View(form);
    }

    [HttpPost("{id:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, ModelForm form, CancellationToken cancellationToken)
    {
        var model = await sender.AskAsync(new GetModel(id), cancellationToken);
        if (!model.Succeeded)
        {
            return this.FailedPage(model.Failure);
        }

        form.Id = id;
        return await SaveAsync(form, model.Value.Model.PrincipalId, model.Value.Model.Code, cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(ModelForm form, Guid principalId, string code, CancellationToken cancellationToken)
    {
        form.Code = code;
        form.PrincipalId = principalId;
        await FillAsync(form, cancellationToken);
        if (!ModelState.IsValid)
        {
            var page = View("Edit", form);
            page.StatusCode = 422;
            return page;
        }

        var saved = await sender.SendAsync(form.ToCommand(), cancellationToken);
        return saved.Succeeded
            ? this.Done($"/app/models/{saved.Value}", texts["Saved"])
            : this.Failed(form.AtItsRow(saved.Failure), form, "Edit");
    }

    private async Task FillAsync(ModelForm form, CancellationToken cancellationToken)
    {
        form.MakeRoom();
        var categories = await sender.AskAsync(new ListCategories(), cancellationToken);
        form.Categories = categories.Succeeded ? [.. categories.Value.Where(row => row.Category.IsActive || row.Category.Code == form.CategoryCode).Select(row => row.Category.AsOption())] : [];
        form.Principals = [.. (await principals.ListAsync(cancellationToken)).Where(principal => principal.IsActive && actors.Current.WorksFor(principal.Id))
            .Select(principal => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(principal.Name, principal.Id.ToString()))];
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken) =>
        (await principals.ListAsync(cancellationToken)).ToDictionary(principal => principal.Id, principal => principal.Name);
}
