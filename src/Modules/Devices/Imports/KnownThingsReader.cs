using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.Devices.Imports;

/// <summary>Looks up, many at a time, what the rows of a file name.</summary>
internal sealed class KnownThingsReader(ISiteDb db, ICustomerReader customers, ImportFields fields)
{
    private const int Chunk = 500;

    public async Task<KnownThings> ReadAsync(Guid principalId, IReadOnlyCollection<ImportRow> rows, CancellationToken cancellationToken)
    {
        var named = rows.Select(row => row.Customer).DistinctBy(customer => customer.Key, StringComparer.Ordinal).ToList();
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        var standing = new Dictionary<Guid, SaveCustomer>();
        foreach (var chunk in named.Chunk(Chunk))
        {
            await FindCustomersAsync(principalId, chunk, found, ambiguous, standing, cancellationToken);
        }

        var (models, categories) = await ReadCatalogueAsync(principalId, cancellationToken);
        return new KnownThings(
            found,
            ambiguous,
            standing,
            await FindSerialsAsync(principalId, rows, cancellationToken),
            await FindTraitsAsync(found.Values, cancellationToken),
            models,
            categories,
            await FindFieldsAsync(named, found.Values, cancellationToken));
    }

    private async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> FindFieldsAsync(List<CustomerCells> named, IEnumerable<Guid> customerIds, CancellationToken cancellationToken)
    {
        var values = new Dictionary<Guid, IReadOnlyDictionary<string, string>>();
        foreach (var chunk in named.Exists(customer => customer.Fields is not null) ? customerIds.Distinct().Chunk(Chunk) : [])
        {
            foreach (var (id, own) in await fields.OfCustomersAsync(chunk, cancellationToken))
            {
                values[id] = own;
            }
        }

        return values;
    }

    /// <summary>By code; else by phone and name together, where the one that fits has no other code.</summary>
    private async Task FindCustomersAsync(
        Guid principalId,
        IReadOnlyList<CustomerCells> named,
        Dictionary<string, Guid> found,
        HashSet<string> ambiguous,
        Dictionary<Guid, SaveCustomer> standing,
        CancellationToken cancellationToken)
    {
        var codes = await customers.FindByExternalCodesAsync(principalId, [.. named.Select(customer => customer.Code).OfType<string>()], cancellationToken);
        var phones = await customers.FindByPhonesAsync(principalId, [.. named.SelectMany(customer => customer.Phones).Distinct(StringComparer.Ordinal)], cancellationToken);
        var candidates = named.ToDictionary(customer => customer.Key, customer => Candidates(customer, codes, phones), StringComparer.Ordinal);
        var facts = await customers.AsTheyStandAsync([.. candidates.Values.SelectMany(ids => ids).Distinct()], cancellationToken);
        foreach (var customer in named)
        {
            var fitting = candidates[customer.Key].Where(facts.ContainsKey)
                .Where(id => customer.Code is null || facts[id].ExternalCode is null || facts[id].ExternalCode == customer.Code).ToList();
            if (fitting.Count > 1)
            {
                ambiguous.Add(customer.Key);
            }
            else if (fitting.Count == 1)
            {
                found[customer.Key] = fitting[0];
                standing[fitting[0]] = facts[fitting[0]];
            }
        }
    }

    private static List<Guid> Candidates(CustomerCells customer, IReadOnlyDictionary<string, Guid> codes, ILookup<string, CustomerName> phones) =>
        customer.Code is not null && codes.TryGetValue(customer.Code, out var byCode)
            ? [byCode]
            : [.. customer.Phones.SelectMany(phone => phones[phone]).Where(known => known.Name == customer.Name).Select(known => known.Id).Distinct()];

    private async Task<IReadOnlyDictionary<string, Guid>> FindSerialsAsync(Guid principalId, IEnumerable<ImportRow> rows, CancellationToken cancellationToken)
    {
        var owners = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var chunk in rows.Select(row => row.Machine?.Serial).OfType<string>().Distinct(StringComparer.Ordinal).Chunk(Chunk))
        {
            var known = await db.Unscoped<Machine>("serials are unique in the whole principal; only whose they are is compared")
                .Where(machine => machine.PrincipalId == principalId && chunk.Contains(machine.SerialKey))
                .Select(machine => new { machine.SerialKey, machine.CustomerId }).ToListAsync(cancellationToken);
            known.ForEach(machine => owners[machine.SerialKey] = machine.CustomerId);
        }

        return owners;
    }

    private async Task<IReadOnlyDictionary<Guid, IReadOnlySet<string>>> FindTraitsAsync(IEnumerable<Guid> customerIds, CancellationToken cancellationToken)
    {
        var traits = new Dictionary<Guid, IReadOnlySet<string>>();
        foreach (var chunk in customerIds.Distinct().Chunk(Chunk))
        {
            var machines = await (
                from machine in db.List<Machine>()
                where chunk.Contains(machine.CustomerId) && machine.Serial == null
                join model in db.List<Model>() on machine.ModelId equals model.Id into models
                from model in models.DefaultIfEmpty()
                select new { machine.CustomerId, Code = model == null ? null : model.Code, machine.Maker, machine.SoldOn, machine.InstalledOn }).ToListAsync(cancellationToken);
            foreach (var owned in machines.GroupBy(machine => machine.CustomerId))
            {
                traits[owned.Key] = owned.Select(machine => MachineCells.TraitsOf(machine.Code, machine.Maker, machine.SoldOn, machine.InstalledOn)).ToHashSet(StringComparer.Ordinal);
            }
        }

        return traits;
    }

    private async Task<(Dictionary<string, string> Models, Dictionary<string, string> Categories)> ReadCatalogueAsync(Guid principalId, CancellationToken cancellationToken)
    {
        var models = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in await db.List<Model>().Where(model => model.PrincipalId == principalId).ToListAsync(cancellationToken))
        {
            models[model.Name] = model.Code;
            models[model.Code] = model.Code;
        }

        var categories = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var category in await db.List<Category>().ToListAsync(cancellationToken))
        {
            categories[category.Name] = category.Code;
            categories[category.EnglishName ?? category.Code] = category.Code;
            categories[category.Code] = category.Code;
        }

        return (models, categories);
    }
}
