using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;
using ServicePlatform.Fields;
using ServicePlatform.Phones;
using ServicePlatform.Search;

namespace ServicePlatform.Devices.Screens;

/// <summary>Fills what a machine's forms offer to choose from.</summary>
internal sealed class MachineFormChoices(ISiteDb db, ICustomerReader customers, ICustomFields fields, ISearchIndex search)
{
    private const int MostModels = 500;
    private const int MostCustomers = 20;

    public async Task FillAsync(MachineForm form, CancellationToken cancellationToken)
    {
        if (form.CustomerId is not { } customerId
            || !(await customers.GetAsync([customerId], cancellationToken)).TryGetValue(customerId, out var customer))
        {
            return;
        }

        form.Customer = customer;
        form.Sheet = new CustomFieldSheet(await fields.ListAsync(Machines.Machine.Kind, customer.PrincipalId, cancellationToken), form.CustomFields);
        form.Addresses = await AddressesAsync(customerId, cancellationToken);
        form.AddressId ??= form is { Machine: null, Addresses: [var only] } ? Guid.Parse(only.Value) : null;
        var models = await db.List<Model>().Where(model => model.PrincipalId == customer.PrincipalId && (model.IsActive || model.Code == form.ModelCode))
            .OrderBy(model => model.Code).Take(MostModels).ToListAsync(cancellationToken);
        form.Models = [.. models.Select(model => new SelectListItem($"{LocalName.Of(model.Name, model.EnglishName)} · {model.Code}", model.Code))];
        var categories = await db.List<Category>().Where(category => category.IsActive || category.Code == form.CategoryCode)
            .OrderBy(category => category.Code).ToListAsync(cancellationToken);
        form.Categories = [.. categories.Select(category => category.AsOption())];
    }

    public async Task FillAsync(TransferForm form, MachineDetail machine, CancellationToken cancellationToken)
    {
        form.Machine = machine;
        if (form.CustomerId is { } customerId && (await customers.GetAsync([customerId], cancellationToken)).TryGetValue(customerId, out var customer))
        {
            form.Customer = customer;
            form.Addresses = await AddressesAsync(customerId, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<LookupAnswer>> FindCustomersAsync(string text, CancellationToken cancellationToken)
    {
        var ids = await search.FindAsync(MachineGrants.CustomerKind, text, MostCustomers * 2, cancellationToken);
        var found = await customers.GetAsync(ids, cancellationToken);
        return [.. ids.Where(found.ContainsKey).Take(MostCustomers).Select(id => found[id])
            .Select(customer => new LookupAnswer(customer.Id, customer.Name, $"{customer.Number} · {(customer.Phone is { } phone ? PhoneNumber.Mask(phone) : "")}".TrimEnd(' ', '·')))];
    }

    private async Task<IReadOnlyList<SelectListItem>> AddressesAsync(Guid customerId, CancellationToken cancellationToken) =>
        [.. (await customers.AddressesOfAsync([customerId], cancellationToken)).Select(address => new SelectListItem(address.Text, address.Id.ToString()))];
}

/// <summary>One line of a look-up field.</summary>
internal sealed record LookupAnswer(Guid Id, string Title, string Detail);
