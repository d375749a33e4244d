using ServicePlatform.Devices.Contracts;
using ServicePlatform.Ui;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Portal.Contracts.Views;

/// <summary>What the portal says first of all, and the one thing to do about it. Version 1.</summary>
/// <param name="ActionPath">Below the site; null where there is nothing to do.</param>
public sealed record PortalHeadline(Tone Tone, string Icon, string Title, string Text, string? ActionText, string? ActionPath);

/// <summary>A filter in the customer's words. Version 1.</summary>
/// <param name="DueText">'12 days left', 'due since 3 days'.</param>
/// <param name="Because">How the date was found: base life, water, household.</param>
public sealed record PortalFilter(int Position, string Name, Tone Tone, int RemainingPercent, string DueText, DateOnly InstalledOn, DateOnly DueOn, string Because);

/// <summary>One of the customer's machines. Version 1.</summary>
public sealed record PortalMachine(Guid Id, string ModelName, string? Serial, string? Place, DateOnly? InstalledOn, MachineStatus Status, IReadOnlyList<PortalFilter> Filters)
{
    /// <summary>The filter that is due first.</summary>
    public PortalFilter? Next => Filters.MinBy(filter => filter.DueOn);
}

/// <summary>Something of the customer's that is on its way or was done. Version 1.</summary>
public sealed record PortalJob(string Number, string Path, string Title, string Detail, Tone Tone, string StateText, DateTime At, bool IsOpen, Guid? MachineId);

/// <summary>The first page of a signed-in customer. Version 1.</summary>
public sealed record PortalHome(string Greeting, PortalHeadline Headline, IReadOnlyList<PortalMachine> Machines, IReadOnlyList<PortalJob> OpenJobs, IReadOnlyList<PortalJob> RecentJobs, bool IsKnown);

/// <summary>A machine with its history. Version 1.</summary>
public sealed record PortalMachinePage(PortalMachine Machine, IReadOnlyList<PortalJob> Jobs);

/// <summary>An order with all that its customer may see. Version 1.</summary>
/// <param name="Stage">1 to 5: received, at the outlet, booked, at work, done.</param>
/// <param name="ChangedFilters">New filters of this order, by what they are called and when they are due next.</param>
public sealed record PortalOrderPage(CustomerOrderDetail Detail, string JobType, string StateText, Tone Tone, int Stage, PortalMachine? Machine, IReadOnlyList<PortalFilter> ChangedFilters);

/// <summary>A request that has not become an order. Version 1.</summary>
public sealed record PortalRequestPage(CustomerRequest Request, string JobType, string StateText, Tone Tone, PortalMachine? Machine, string? OrderNumber);
