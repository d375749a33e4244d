using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Privacy;

namespace ServicePlatform.Devices.Privacy;

/// <summary>Machines that stand with him, and tables that were brought with his row in them.</summary>
internal sealed class DevicesPersonalRecords(ISiteDb db, IPersonalTraces traces, ImportText text) : IPersonalRecords, IPersonalSubjects
{
    private const string Because = "what is held of one person is copied or erased as a whole, whoever sees it";

    public int Order => 15;

    public Task<Failure?> WhyKeptAsync(Guid customerId, CancellationToken cancellationToken) => Task.FromResult<Failure?>(null);

    public async Task<IReadOnlyList<PersonalSection>> CopyAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var machines = await db.Unscoped<Machine>(Because).Where(machine => machine.CustomerId == customerId).OrderBy(machine => machine.RegisteredAt).ToListAsync(cancellationToken);
        return
        [
            new("machines", [.. machines.Select(machine => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["serial"] = machine.Serial,
                ["maker"] = machine.Maker,
                ["status"] = machine.Status,
                ["soldOn"] = machine.SoldOn,
                ["installedOn"] = machine.InstalledOn,
                ["litresPerDay"] = machine.LitresPerDay,
                ["note"] = machine.Note,
            })]),
        ];
    }

    public async Task<IReadOnlyList<Guid>> OfCustomerAsync(Guid customerId, CancellationToken cancellationToken) =>
        await db.Unscoped<Machine>(Because).Where(machine => machine.CustomerId == customerId).Select(machine => machine.Id).ToListAsync(cancellationToken);

    public async Task EraseAsync(PersonErasure person, CancellationToken cancellationToken)
    {
        var machines = db.Unscoped<Machine>(Because).Where(machine => machine.CustomerId == person.CustomerId);
        var ids = await machines.Select(machine => machine.Id).ToListAsync(cancellationToken);
        await machines.ExecuteUpdateAsync(set => set.SetProperty(machine => machine.Note, (string?)null).SetProperty(machine => machine.Version, machine => machine.Version + 1), cancellationToken);
        await traces.ClearTimelineAsync(ids, person.Words, [], cancellationToken);
        await EraseImportsAsync(person, cancellationToken);
    }

    /// <summary>A table with his row goes as a whole: what was imported from it stands in its own rows.</summary>
    private async Task EraseImportsAsync(PersonErasure person, CancellationToken cancellationToken)
    {
        var owners = new List<Guid>();
        foreach (var import in await db.Unscoped<Import>(Because).Select(import => new { import.Id, import.FileId }).ToListAsync(cancellationToken))
        {
            if (await text.NamesAsync(import.FileId, person.Words, cancellationToken))
            {
                owners.Add(import.Id);
            }
        }

        await traces.DeleteFilesAsync(owners, cancellationToken);
    }
}

internal sealed class DevicesPersonalColumns : IPersonalColumns
{
    private const string Product = "describes products";

    public IReadOnlyCollection<string> OfCustomers { get; } = ["Devices_Machines.Note"];

    public IReadOnlyCollection<string> OfStaff { get; } = [];

    public IReadOnlyDictionary<string, string> NotPersonal { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Devices_Categories.Name"] = Product,
        ["Devices_Categories.EnglishName"] = Product,
        ["Devices_CategoryAttributes.Name"] = Product,
        ["Devices_CategoryAttributes.EnglishName"] = Product,
        ["Devices_Models.Name"] = Product,
        ["Devices_Models.EnglishName"] = Product,
        ["Devices_ModelFilters.Name"] = Product,
        ["Devices_ModelFilters.EnglishName"] = Product,
        ["Devices_Filters.Name"] = Product,
        ["Devices_Filters.EnglishName"] = Product,
        ["Devices_Readings.Value"] = "a reading of the machine",
        ["Devices_MachineAttributes.Value"] = "a fact of the machine: its volume, its door",
        ["Devices_Imports.FileName"] = "what somebody called his table; the table itself is a file and goes",
    };
}
