using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.WorkOrders.Queries;
using ServicePlatform.WorkOrders.Requests.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>The page of a request with its triage form.</summary>
internal sealed record RequestScreen(RequestPage Page, TriageInput Triage)
{
    /// <summary>The dialog that came back with something wrong in it.</summary>
    public RequestAction? Open { get; init; }

    public bool Allows(RequestAction action) => Page.Actions.Any(view => view.Action == action && view.IsAllowed);

    public ActionView<RequestAction>? Of(RequestAction action) => Page.Actions.FirstOrDefault(view => view.Action == action && view.MayAct);

    /// <summary>The form as the request stands; where nothing else is known, the customer's only machine and address.</summary>
    public static RequestScreen Of(RequestPage page) => new(page, new TriageInput
    {
        Id = page.Id,
        Version = page.Version,
        JobType = page.JobType,
        Urgency = page.Urgency,
        MachineId = page.Machine?.Id ?? (page.Machines.Count == 1 ? page.Machines[0].Id : null),
        AddressId = page.Contact?.Address?.Id ?? (page.Addresses.Count == 1 ? page.Addresses[0].Id : null),
        Note = page.TriageNote,
    });
}

/// <summary>The form of a new request.</summary>
/// <param name="Sheet">What is known of the customer.</param>
internal sealed record IntakeScreen(IntakeSheet Sheet, IntakeInput Input, IReadOnlyList<SelectListItem> Slots);

/// <summary>The search for the customer before it.</summary>
/// <param name="Text">What was searched for, or null before the first search.</param>
internal sealed record CallerScreen(string? Text, IReadOnlyList<CallerMatch> Matches)
{
    /// <summary>For the field that searches while one types.</summary>
    public Guid? Customer { get; init; }
}
