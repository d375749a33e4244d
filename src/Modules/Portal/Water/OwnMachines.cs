using Microsoft.Extensions.Localization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Portal.Contracts.Views;
using ServicePlatform.Ui;

namespace ServicePlatform.Portal.Water;

/// <summary>The signed-in customer's machines with their filters, and what they come to.</summary>
internal sealed class OwnMachines(IMachineReader machines, ICustomerReader customers, FilterWords words, IStringLocalizer<Texts> texts)
{
    public async Task<IReadOnlyList<PortalMachine>> ListAsync(CancellationToken cancellationToken)
    {
        var own = await machines.OwnAsync(cancellationToken);
        if (own.Count == 0)
        {
            return [];
        }

        var filters = (await machines.OwnFiltersAsync(cancellationToken)).ToLookup(filter => filter.MachineId);
        var people = (await customers.OwnAsync(cancellationToken)).ToDictionary(customer => customer.Id, customer => customer.Name);
        var places = (await customers.OwnAddressesAsync(cancellationToken)).ToDictionary(address => address.Id);
        return own
            .Where(machine => machine.Status != MachineStatus.Scrapped)
            .Select(machine => new PortalMachine(
                machine.Id,
                machine.ModelName,
                machine.Serial,
                Place(machine.AddressId is { } id && places.TryGetValue(id, out var address) ? address.Text : null, people.Count > 1 ? people.GetValueOrDefault(machine.CustomerId) : null),
                machine.InstalledOn,
                machine.Status,
                filters[machine.Id].OrderBy(filter => filter.Position).Select(words.Describe).ToList()))
            .OrderBy(machine => machine.Next?.DueOn ?? DateOnly.MaxValue)
            .ToList();
    }

    /// <summary>Where it stands; with whose it is, where several people share the phone.</summary>
    private static string? Place(string? address, string? owner) =>
        owner is null ? address : address is null ? owner : $"{owner} · {address}";

    /// <summary>The worst filter speaks first; machines without filters are only named; without any, the way to the first machine.</summary>
    /// <param name="isKnown">False where nobody with this phone is registered: he cannot ask for service here yet.</param>
    public PortalHeadline Headline(IReadOnlyList<PortalMachine> list, bool isKnown)
    {
        var worst = list.SelectMany(machine => machine.Filters.Select(filter => (machine, filter)))
            .OrderByDescending(pair => pair.filter.Tone)
            .ThenBy(pair => pair.filter.DueOn)
            .FirstOrDefault();
        if (worst.filter is null)
        {
            var (title, text) = list.Count == 0 ? (texts["Home.NoFilters"], texts["Home.NoFiltersText"]) : (texts["Home.Here"], texts["Home.HereText"]);
            return new PortalHeadline(Tone.Neutral, "house", title, text, isKnown ? texts["Home.Report"].Value : null, isKnown ? "/report" : null);
        }

        var book = $"/report?machine={worst.machine.Id}&type=filter-change";
        return worst.filter.Tone switch
        {
            Tone.Bad => new PortalHeadline(Tone.Bad, "droplets", texts["Home.Due", worst.filter.Name], texts["Home.DueText", worst.machine.ModelName, worst.filter.DueText], texts["Home.BookChange"], book),
            Tone.Warn => new PortalHeadline(Tone.Warn, "droplets", texts["Home.DueSoon", worst.filter.Name, worst.filter.DueText], texts["Home.DueSoonText", worst.machine.ModelName], texts["Home.BookChange"], book),
            _ => new PortalHeadline(Tone.Good, "droplets", texts["Home.Good"], texts["Home.GoodText", worst.filter.Name, worst.filter.DueText], texts["Home.Report"], "/report"),
        };
    }
}
