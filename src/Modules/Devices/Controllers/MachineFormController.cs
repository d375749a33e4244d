using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Screens;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Devices.Controllers;

[Area("Devices")]
[Route("app/machines")]
[RequirePermission(DevicePermissions.Edit)]
internal sealed class MachineFormController(ISender sender, MachineFormChoices choices, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid? customerId, Guid? customer, CancellationToken cancellationToken)
    {
        var form = new MachineForm { CustomerId = customerId ?? customer };
        await choices.FillAsync(form, cancellationToken);
        return View(form.Customer is null ? "ChooseCustomer" : "New", form);
    }

    [HttpPost("new")]
    public async Task<IActionResult> New(MachineForm form, CancellationToken cancellationToken)
    {
        await choices.FillAsync(form, cancellationToken);
        if (form.Customer is null)
        {
            return this.Failed(Failure.Invalid(nameof(form.CustomerId), "devices.customer-unknown"), form, "ChooseCustomer");
        }

        if (!ModelState.IsValid)
        {
            return InvalidForm("New", form);
        }

        var saved = await sender.SendAsync(form.ToRegister(form.Customer.PrincipalId), cancellationToken);
        return saved.Succeeded ? this.Done($"/app/machines/{saved.Value}", texts["Machine.Registered"]) : this.Failed(saved.Failure, form, "New");
    }

    [HttpGet("{id:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var machine = await sender.AskAsync(new GetMachine(id), cancellationToken);
        if (!machine.Succeeded)
        {
            return this.FailedPage(machine.Failure);
        }

        var form = MachineForm.Of(machine.Value);
        await choices.FillAsync(form, cancellationToken);
        return View(form);
    }

    [HttpPost("{id:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, MachineForm form, CancellationToken cancellationToken)
    {
        var machine = await sender.AskAsync(new GetMachine(id), cancellationToken);
        if (!machine.Succeeded)
        {
            return this.FailedPage(machine.Failure);
        }

        form.Take(machine.Value);
        await choices.FillAsync(form, cancellationToken);
        if (!ModelState.IsValid)
        {
            return InvalidForm("Edit", form);
        }

        var saved = await sender.SendAsync(form.ToEdit(id), cancellationToken);
        return saved.Succeeded ? this.Done($"/app/machines/{id}", texts["Saved"]) : this.Failed(saved.Failure, form, "Edit");
    }

    [HttpGet("{id:guid}/transfer")]
    public async Task<IActionResult> Transfer(Guid id, Guid? customerId, CancellationToken cancellationToken)
    {
        var machine = await sender.AskAsync(new GetMachine(id), cancellationToken);
        if (!machine.Succeeded)
        {
            return this.FailedPage(machine.Failure);
        }

        var form = new TransferForm { CustomerId = customerId, Version = machine.Value.Machine.Version };
        await choices.FillAsync(form, machine.Value, cancellationToken);
        return View(form);
    }

    [HttpPost("{id:guid}/transfer")]
    public async Task<IActionResult> Transfer(Guid id, TransferForm form, CancellationToken cancellationToken)
    {
        var machine = await sender.AskAsync(new GetMachine(id), cancellationToken);
        if (!machine.Succeeded)
        {
            return this.FailedPage(machine.Failure);
        }

        await choices.FillAsync(form, machine.Value, cancellationToken);
        var saved = await sender.SendAsync(new TransferMachine(id, form.CustomerId ?? Guid.Empty, form.AddressId, form.Version), cancellationToken);
        return saved.Succeeded ? this.Done($"/app/machines/{id}", texts["Machine.Transferred"]) : this.Failed(saved.Failure, form);
    }

    /// <summary>Customers for the look-up field: at most 20, by name or phone.</summary>
    [HttpGet("customers")]
    public async Task<IActionResult> Customers(string? q, CancellationToken cancellationToken) =>
        Json(await choices.FindCustomersAsync(q ?? "", cancellationToken));

    private ViewResult InvalidForm(string view, MachineForm form)
    {
        var page = View(view, form);
        page.StatusCode = 422;
        return page;
    }
}
