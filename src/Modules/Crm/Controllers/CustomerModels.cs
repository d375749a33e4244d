using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Fields;

namespace ServicePlatform.Crm.Controllers;

/// <summary>The list of customers with the values to filter by.</summary>
internal sealed record CustomerIndex(
    CustomerList List,
    string? Text,
    IReadOnlyList<SelectListItem> Kinds,
    IReadOnlyList<SelectListItem> Levels,
    IReadOnlyList<SelectListItem> Elderly,
    IReadOnlyList<SelectListItem> Principals,
    IReadOnlyDictionary<Guid, string> PrincipalNames,
    bool IsFiltered,
    IReadOnlyList<CustomField> Fields,
    bool MayAdd);

/// <param name="MayOpenJob">Takes requests in, where the module of work orders is on.</param>
internal sealed record CustomerPage(CustomerDetail Detail, bool MayEdit, bool MayReveal, bool MayOpenJob, bool MayErase, bool MayHold);

/// <summary>Phones and addresses of one customer as they are shown now.</summary>
/// <param name="Revealed">True where they were just shown on request.</param>
internal sealed record ContactPart(Guid CustomerId, ContactView Contact, bool MayReveal, bool Revealed);

internal sealed class ProfileForm
{
    public string? Scene { get; set; }

    public string? PainPoints { get; set; }

    public string? Needs { get; set; }

    public int Revision { get; set; }

    public string? Title { get; set; }
}
