using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contacts;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Ui;
using ServicePlatform.Web;

namespace ServicePlatform.Crm.Controllers;

/// <summary>Customers: list and page. Forms have a controller of their own.</summary>
[Area("Crm")]
[Route("app/customers")]
[RequirePermission(CrmPermissions.View)]
internal sealed class CustomersController(
    ISender sender, IActorContext actors, ISiteContext site, IPrincipalReader principals, ICustomFields fields, IStringLocalizer<Texts> texts) : Controller
{
    // The permission of a higher module, by its id: the page offers the step, the module itself decides.
    private const string TakeRequests = "orders.intake";

    [HttpGet("")]
    public async Task<IActionResult> Index(
        string? q, CustomerKind? kind, string? level, string? elderly, Guid? principal, string? after, string? before, CancellationToken cancellationToken)
    {
        bool? isElderly = elderly == "yes" ? true : null;
        var custom = Request.CustomFilters();
        var list = await sender.AskAsync(
            new ListCustomers(q, kind, level, isElderly, principal, new PageRequest(before ?? after, before is not null), custom), cancellationToken);
        if (!list.Succeeded)
        {
            return this.FailedPage(list.Failure);
        }

        var brands = (await principals.ListAsync(cancellationToken)).Where(row => actors.Current.PrincipalIds?.Contains(row.Id) != false).ToList();
        return View(new CustomerIndex(
            list.Value,
            q,
            Enum.GetNames<CustomerKind>().Select(name => new SelectListItem(texts["CustomerKind." + name], name)).ToList(),
            MemberLevels.All.Select(code => new SelectListItem(texts["Level." + code], code)).ToList(),
            [new(texts["Filter.Yes"], "yes")],
            brands.Select(row => new SelectListItem(row.Name, row.Id.ToString())).ToList(),
            brands.ToDictionary(row => row.Id, row => row.Name),
            (q, kind, level, isElderly, principal, custom.Count) is not (null or "", null, null or "", null, null, 0),
            await fields.ListAsync(Customer.SubjectKind, brands.Count == 1 ? brands[0].Id : null, cancellationToken),
            actors.Current.Can(CrmPermissions.Edit)));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetCustomer(id), cancellationToken);
        return detail.Succeeded ? View(Page(detail.Value)) : this.FailedPage(detail.Failure);
    }

    /// <summary>Shows phones and addresses in clear: as a part of the page to htmx, otherwise on the whole page.</summary>
    [HttpPost("{id:guid}/reveal")]
    [RequirePermission(CrmPermissions.Reveal)]
    public async Task<IActionResult> Reveal(Guid id, CancellationToken cancellationToken)
    {
        var contact = await sender.SendAsync(new RevealContact(id), cancellationToken);
        if (!contact.Succeeded)
        {
            return this.FailedPage(contact.Failure);
        }

        Response.Headers.CacheControl = "no-store";
        if (Request.IsFragment())
        {
            return PartialView("_Contact", new ContactPart(id, contact.Value, true, true));
        }

        var detail = await sender.AskAsync(new GetCustomer(id), cancellationToken);
        return detail.Succeeded ? View("Show", Page(detail.Value with { Contact = contact.Value })) : this.FailedPage(detail.Failure);
    }

    /// <summary>A number that an outlet has added is the customer's own.</summary>
    [HttpPost("{id:guid}/phones/{phoneId:guid}/confirm")]
    [RequirePermission(CrmPermissions.Reveal)]
    public async Task<IActionResult> ConfirmPhone(Guid id, Guid phoneId, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(new ConfirmPhone(id, phoneId), cancellationToken);
        return result.Succeeded ? this.Done($"/app/customers/{id}", texts["Customer.PhoneConfirmed"]) : this.Refused(result.Failure, $"/app/customers/{id}");
    }

    private CustomerPage Page(CustomerDetail detail) => new(
        detail,
        actors.Current.Can(CrmPermissions.Edit) && detail.Customer.ErasedAt is null,
        actors.Current.Can(CrmPermissions.Reveal),
        actors.Current.Can(TakeRequests) && detail.Customer.ErasedAt is null && site.IsEnabled("WorkOrders"),
        actors.Current.Can(CrmPermissions.Privacy),
        actors.Current.Can(CrmPermissions.Hold));
}
