using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Readings;
using ServicePlatform.Devices.Screens;
using ServicePlatform.Fields;
using ServicePlatform.Security;
using ServicePlatform.Ui;
using ServicePlatform.Web;

namespace ServicePlatform.Devices.Controllers;

[Area("Devices")]
[Route("app/machines")]
[RequirePermission(DevicePermissions.View)]
internal sealed class MachinesController(ISender sender, SiteTime time, SiteDays days, ICustomFields fields, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? view, string? q, string? category, Guid? model, string? after, string? before, CancellationToken cancellationToken)
    {
        var chosen = view switch { "due" => MachineView.FiltersDue, "orphans" => MachineView.Orphans, _ => MachineView.All };
        var page = new PageRequest(after ?? before, before is not null);
        var list = await sender.AskAsync(new ListMachines(chosen, q, category, model, page, Request.CustomFilters()), cancellationToken);
        var categories = await sender.AskAsync(new ListCategories(), cancellationToken);
        return list.Succeeded && categories.Succeeded
            ? View(new MachineListPage(chosen, list.Value, [.. categories.Value.Select(row => row.Category.AsOption())], await fields.ListAsync(Machine.Kind, null, cancellationToken), q))
            : this.FailedPage(list.Failure ?? categories.Failure!);
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) => ShowAsync(id, null, cancellationToken);

    [HttpPost("{id:guid}/filters")]
    [RequirePermission(DevicePermissions.Edit)]
    public async Task<IActionResult> ChangeFilter(Guid id, FilterChangeForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(id, "change-filter", cancellationToken);
        }

        var done = await sender.SendAsync(new RecordFilterChange(id, form.Position, form.FilterSerial, form.ChangedOn ?? days.Today), cancellationToken);
        return done.Succeeded
            ? this.Done($"/app/machines/{id}", texts["Filter.ChangeRecorded"])
            : await RefusedAsync(id, "change-filter", done.Failure, cancellationToken);
    }

    [HttpPost("{id:guid}/readings")]
    [RequirePermission(DevicePermissions.Edit)]
    public async Task<IActionResult> AddReadings(Guid id, ReadingsForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(id, "add-readings", cancellationToken);
        }

        var at = form.ReadAt is { } local ? time.ToUtc(local) : time.ToUtc(time.LocalNow);
        var done = await sender.SendAsync(new AddReadings(id, at, form.Readings()), cancellationToken);
        return done.Succeeded
            ? this.Done($"/app/machines/{id}", texts["Readings.Added"])
            : await RefusedAsync(id, "add-readings", done.Failure, cancellationToken);
    }

    private async Task<IActionResult> RefusedAsync(Guid id, string dialog, Failure failure, CancellationToken cancellationToken) =>
        await ShowAsync(id, dialog, cancellationToken) is ViewResult page
            ? this.Failed(failure, page.Model, nameof(Show))
            : this.FailedPage(failure);

    /// <param name="dialog">The dialog that stands open because its form came back.</param>
    private async Task<IActionResult> ShowAsync(Guid id, string? dialog, CancellationToken cancellationToken)
    {
        var machine = await sender.AskAsync(new GetMachine(id), cancellationToken);
        if (!machine.Succeeded)
        {
            return this.FailedPage(machine.Failure);
        }

        var page = View(nameof(Show), new MachinePage(machine.Value, dialog));
        page.StatusCode = ModelState.IsValid ? null : 422;
        return page;
    }
}
