using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Screens;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Devices.Controllers;

[Area("Devices")]
[Route("app/categories")]
[RequirePermission(DevicePermissions.Catalogue)]
internal sealed class CategoriesController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var categories = await sender.AskAsync(new ListCategories(), cancellationToken);
        return categories.Succeeded ? View(categories.Value) : this.FailedPage(categories.Failure);
    }

    [HttpGet("new")]
    public IActionResult New() => View("Edit", CategoryForm.Empty());

    [HttpPost("new")]
    public Task<IActionResult> New(CategoryForm form, CancellationToken cancellationToken)
    {
        form.IsNew = true;
        return SaveAsync(form, cancellationToken);
    }

    [HttpGet("{code}")]
    public async Task<IActionResult> Edit(string code, CancellationToken cancellationToken)
    {
        var category = await sender.AskAsync(new GetCategory(code), cancellationToken);
        return category.Succeeded ? View(CategoryForm.Of(category.Value)) : this.FailedPage(category.Failure);
    }

    [HttpPost("{code}")]
    public async Task<IActionResult> Edit(string code, CategoryForm form, CancellationToken cancellationToken)
    {
        var category = await sender.AskAsync(new GetCategory(code), cancellationToken);
        if (!category.Succeeded)
        {
            return this.FailedPage(category.Failure);
        }

        form.Code = code;
        return await SaveAsync(form, cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(CategoryForm form, CancellationToken cancellationToken)
    {
        form.MakeRoom();
        if (!ModelState.IsValid)
        {
            var page = View("Edit", form);
            page.StatusCode = 422;
            return page;
        }

        var saved = await sender.SendAsync(form.ToCommand(), cancellationToken);
        return saved.Succeeded ? this.Done("/app/categories", texts["Saved"]) : this.Failed(saved.Failure, form, "Edit");
    }
}
