using Microsoft.Extensions.Localization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Screens;
using ServicePlatform.Security;
using ServicePlatform.Ui;

namespace ServicePlatform.Devices.Machines;

/// <summary>What a customer owns and what of it is due, on the customer page.</summary>
internal sealed class MachineCard(IMachineReader machines, SiteDays days, IActorContext actors, IStringLocalizer<Texts> texts) : ICustomerCard
{
    public int Order => 10;

    public async Task<CustomerSection?> BuildAsync(Guid customerId, CancellationToken cancellationToken)
    {
        if (!actors.Current.Can(DevicePermissions.View))
        {
            return null;
        }

        var owned = await machines.OfCustomersAsync([customerId], cancellationToken);
        var filters = await machines.FiltersAsync([.. owned.Select(machine => machine.Id)], cancellationToken);
        var due = filters.Where(filter => filter.Condition is FilterCondition.Due or FilterCondition.DueSoon)
            .Where(filter => owned.Any(machine => machine.Id == filter.MachineId && machine.FiltersDueOn is not null))
            .OrderBy(filter => filter.DueOn).ToList();
        return new CustomerSection(
            texts["Machines.Title"],
            [.. owned.OrderBy(machine => machine.Status == MachineStatus.Scrapped).Select(machine => Row(machine, due))],
            texts["Card.NoMachines"],
            Headline(owned, due),
            actors.Current.Can(DevicePermissions.Edit) ? new CustomerSectionAction(texts["Machine.New"], $"/app/machines/new?customer={customerId}") : null);
    }

    private CustomerSectionRow Row(MachineSummary machine, List<FilterState> due)
    {
        var next = due.Find(filter => filter.MachineId == machine.Id);
        var detail = string.Join(" · ", new[]
        {
            machine.Serial,
            machine.InstalledOn is { } on ? texts["Card.InstalledOn", SiteTime.Date(on)].Value : null,
            next is null ? null : $"{next.Name} {SiteTime.Date(next.DueOn)}",
        }.OfType<string>());
        return new CustomerSectionRow(
            machine.ModelName,
            detail,
            next is null ? texts["MachineStatus." + machine.Status] : texts["FilterCondition." + next.Condition],
            next is null ? DeviceTones.Of(machine.Status) : DeviceTones.Of(next.Condition),
            $"/app/machines/{machine.Id}",
            "droplets");
    }

    private CustomerHeadline? Headline(IReadOnlyList<MachineSummary> owned, List<FilterState> due)
    {
        if (due.Count == 0)
        {
            return owned.Count == 0 ? null : new CustomerHeadline(texts["Machines.Title"], texts["Card.Owned", owned.Count], owned[0].ModelName, Tone.Good);
        }

        var overdue = due[0].DueOn <= days.Today;
        return new CustomerHeadline(
            texts["Card.Due"],
            texts["Card.FiltersDue", due.Count],
            texts["Card.FirstDue", due[0].Name, SiteTime.Date(due[0].DueOn)],
            overdue ? Tone.Bad : Tone.Warn);
    }
}
