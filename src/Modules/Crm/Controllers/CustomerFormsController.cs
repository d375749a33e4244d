using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Crm.Pasting;
using ServicePlatform.Fields;
using ServicePlatform.Geography;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Crm.Controllers;

/// <summary>Adds and edits customers; understands what people paste.</summary>
[Area("Crm")]
[Route("app/customers")]
[RequirePermission(CrmPermissions.Edit)]
internal sealed class CustomerFormsController(
    ISender sender, IActorContext actors, IPrincipalReader principals, AddressReader addresses, ICustomFields fields, IStringLocalizer<Texts> texts) : Controller
{
    private const int LongestPaste = 1000;

    [HttpGet("new")]
    public Task<IActionResult> New(string? phone, CancellationToken cancellationToken) =>
        FormAsync(CustomerForm.New(phone is null ? null : ContactReading.Read(Cut(phone)), null), cancellationToken);

    /// <summary>Fills an empty form from pasted text.</summary>
    [HttpPost("read")]
    public async Task<IActionResult> Read(string? paste, CancellationToken cancellationToken)
    {
        var contact = ContactReading.Read(Cut(paste ?? ""));
        var address = contact.Address is { } text ? await addresses.ReadAsync(text, cancellationToken) : null;
        ViewData["Paste"] = paste;
        ViewData["Read"] = contact.Phones.Count > 0 || address?.DivisionCode is not null;
        return await FormAsync(CustomerForm.New(contact, address), cancellationToken);
    }

    [HttpPost("new")]
    public Task<IActionResult> Add(CustomerForm form, CancellationToken cancellationToken)
    {
        form.Id = null;
        return SaveAsync(form, null, "Customer.Added", cancellationToken);
    }

    [HttpGet("{id:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var file = await sender.AskAsync(new GetCustomerFile(id), cancellationToken);
        return file.Succeeded
            ? await FormAsync(CustomerForm.Of(file.Value.Customer, file.Value.Contact, file.Value.Compounds, file.Value.Fields), cancellationToken)
            : this.FailedPage(file.Failure);
    }

    [HttpPost("{id:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, CustomerForm form, CancellationToken cancellationToken)
    {
        var file = await sender.AskAsync(new GetCustomerFile(id), cancellationToken);
        if (!file.Succeeded)
        {
            return this.FailedPage(file.Failure);
        }

        (form.Id, form.PrincipalId) = (id, file.Value.Customer.PrincipalId);
        return await SaveAsync(form, file.Value.Customer, "Customer.Saved", cancellationToken);
    }

    /// <summary>Who has the numbers in the form already.</summary>
    [HttpGet("known")]
    public async Task<IActionResult> Known(CancellationToken cancellationToken)
    {
        var phones = Request.Query.Where(pair => pair.Key.EndsWith(".Number", StringComparison.Ordinal)).Select(pair => pair.Value.ToString()).ToList();
        var known = await sender.AskAsync(new FindKnown(phones), cancellationToken);
        return known.Succeeded ? PartialView("_Known", known.Value) : this.FailedPage(known.Failure);
    }

    private static string Cut(string text) => text.Length <= LongestPaste ? text : text[..LongestPaste];

    private async Task<IActionResult> SaveAsync(CustomerForm form, Customer? standing, string toast, CancellationToken cancellationToken)
    {
        var reader = new CustomerFormReader(form, standing, addresses);
        var saved = ModelState.IsValid ? await sender.SendAsync(await reader.CommandAsync(cancellationToken), cancellationToken) : Failure.Invalid([]);
        if (saved.Succeeded)
        {
            return this.Done($"/app/customers/{saved.Value}", texts[toast]);
        }

        await FormAsync(form, cancellationToken);
        return this.Failed(reader.ToForm(saved.Failure), form, "Form");
    }

    private async Task<IActionResult> FormAsync(CustomerForm form, CancellationToken cancellationToken)
    {
        var brands = (await principals.ListAsync(cancellationToken)).Where(row => row.IsActive && actors.Current.PrincipalIds?.Contains(row.Id) != false).ToList();
        form.PrincipalId ??= brands.Count == 1 ? brands[0].Id : null;
        ViewData["Principals"] = brands.Select(row => new SelectListItem(row.Name, row.Id.ToString())).ToList();
        ViewData["Kinds"] = Options<CustomerKind>();
        ViewData["Genders"] = Options<Gender>();
        ViewData["Channels"] = Options<ContactChannel>();
        ViewData["Datums"] = Options<Datum>();
        ViewData["Levels"] = MemberLevels.All.Select(code => new SelectListItem(texts["Level." + code], code)).ToList();
        var known = form.Id is null ? await sender.AskAsync(new FindKnown(form.Phones.Select(phone => phone.Number ?? "").ToList()), cancellationToken) : null;
        ViewData["Known"] = known is { Succeeded: true } ? known.Value : [];
        var offered = await fields.ListAsync(Customer.SubjectKind, form.PrincipalId ?? Guid.Empty, cancellationToken);
        ViewData["CustomFields"] = new CustomFieldSheet(offered, form.CustomFields);
        return View("Form", form);
    }

    private List<SelectListItem> Options<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Select(name => new SelectListItem(texts[$"{typeof(TEnum).Name}.{name}"], name)).ToList();
}
