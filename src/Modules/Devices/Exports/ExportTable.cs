using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;
using ServicePlatform.Fields;

namespace ServicePlatform.Devices.Exports;

/// <summary>Writes customers with their machines and own fields as a table that an import understands, some customers at a time.</summary>
internal sealed class ExportTable(ISiteDb db, ICustomerReader customers, ICustomFields fields, ImportFields own, IStringLocalizer<Texts> texts)
{
    private const int Chunk = 300;

    public async Task WriteAsync(Guid principalId, Stream target, CancellationToken cancellationToken)
    {
        var meanings = await own.ListAsync(principalId, cancellationToken);
        await SendAsync(target, [[.. Enum.GetValues<ImportColumn>().Select(column => texts["Column." + column].Value), .. meanings.Keys]], isFirst: true, cancellationToken);
        string? after = null;
        while (await customers.PageAsync(principalId, after, Chunk, cancellationToken) is { Count: > 0 } page)
        {
            after = page[^1].Number;
            await SendAsync(target, await RowsAsync(page, meanings, cancellationToken), isFirst: false, cancellationToken);
        }
    }

    private async Task<List<string[]>> RowsAsync(IReadOnlyList<CustomerNumber> page, IReadOnlyDictionary<string, CustomField> meanings, CancellationToken cancellationToken)
    {
        var ids = page.Select(customer => customer.Id).ToList();
        var standing = await customers.AsTheyStandAsync(ids, cancellationToken);
        var machines = (await MachinesAsync(ids, cancellationToken)).ToLookup(machine => machine.Machine.CustomerId);
        var ofCustomers = await fields.ValuesAsync(MachineGrants.CustomerKind, ids, cancellationToken);
        var ofMachines = await fields.ValuesAsync(Machine.Kind, [.. machines.SelectMany(group => group).Select(machine => machine.Machine.Id)], cancellationToken);
        string Own(string meaning, CustomField field, Guid customer, ExportedMachine? machine)
        {
            var values = meaning.StartsWith(ColumnMap.OfCustomer, StringComparison.Ordinal) ? ofCustomers.GetValueOrDefault(customer)
                : machine is null ? null : ofMachines.GetValueOrDefault(machine.Machine.Id);
            return values?.GetValueOrDefault(field.Code) is { } value ? field.Type == CustomFieldType.Number ? value : CustomFieldText.Write(field, value) : "";
        }

        return [.. page.Where(customer => standing.ContainsKey(customer.Id)).SelectMany(customer => ExportRows.Of(standing[customer.Id], [.. machines[customer.Id]])
            .Select(row => (string[])[
                .. Enum.GetValues<ImportColumn>().Select(column => ExportRows.Cell(column, customer.Number, row.Customer, row.Address, row.Machine)),
                .. meanings.Select(pair => Own(pair.Key, pair.Value, customer.Id, row.Machine))]))];
    }

    private async Task<List<ExportedMachine>> MachinesAsync(List<Guid> customerIds, CancellationToken cancellationToken)
    {
        var rows = await (
            from machine in db.List<Machine>()
            where customerIds.Contains(machine.CustomerId)
            join model in db.List<Model>() on machine.ModelId equals model.Id into models
            from model in models.DefaultIfEmpty()
            join category in db.List<Category>() on machine.CategoryId equals category.Id
            orderby machine.RegisteredAt
            select new { machine, Model = model == null ? null : model.Code, Category = category.Code }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ExportedMachine(row.machine, row.Model, row.Category));
    }

    private static async Task SendAsync(Stream target, List<string[]> rows, bool isFirst, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        using (var writer = CsvWriter.Create(memory, new CsvWriterOptions { WriteByteOrderMark = isFirst }, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                ProblemFile.Write(writer, row);
            }
        }

        memory.Position = 0;
        await memory.CopyToAsync(target, cancellationToken);
        await target.FlushAsync(cancellationToken);
    }
}
