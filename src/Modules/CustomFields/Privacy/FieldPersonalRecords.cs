using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.CustomFields.Values;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Privacy;

namespace ServicePlatform.CustomFields.Privacy;

/// <summary>Values of his own fields, and what people have typed into fields of his machines and jobs; choices, figures and days of those stay.</summary>
internal sealed class FieldPersonalRecords(ISiteDb db, IEnumerable<IPersonalSubjects> subjects) : IPersonalRecords
{
    public int Order => 12;

    public Task<Failure?> WhyKeptAsync(Guid customerId, CancellationToken cancellationToken) => Task.FromResult<Failure?>(null);

    public async Task<IReadOnlyList<PersonalSection>> CopyAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var ids = (await ThingsAsync(customerId, cancellationToken)).Append(customerId).ToList();
        var rows = await (
            from value in db.List<FieldValue>()
            where ids.Contains(value.SubjectId)
            join field in db.List<FieldDefinition>() on value.DefinitionId equals field.Id
            orderby value.SubjectKind, field.Place
            select new { value.SubjectKind, field.Name, value.Text }).ToListAsync(cancellationToken);
        return
        [
            new("fields", [.. rows.Select(row => new Dictionary<string, object?>(StringComparer.Ordinal) { ["of"] = row.SubjectKind, ["field"] = row.Name, ["value"] = row.Text })]),
        ];
    }

    public async Task EraseAsync(PersonErasure person, CancellationToken cancellationToken)
    {
        await db.Set<FieldValue>().Where(value => value.SubjectId == person.CustomerId).ExecuteDeleteAsync(cancellationToken);
        var typed = await db.List<FieldDefinition>().Where(field => field.Type == CustomFieldType.Text).Select(field => field.Id).ToListAsync(cancellationToken);
        foreach (var chunk in (await ThingsAsync(person.CustomerId, cancellationToken)).Chunk(200))
        {
            await db.Set<FieldValue>().Where(value => chunk.Contains(value.SubjectId) && typed.Contains(value.DefinitionId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Guid>> ThingsAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var all = new List<Guid>();
        foreach (var source in subjects.ToList())
        {
            all.AddRange(await source.OfCustomerAsync(customerId, cancellationToken));
        }

        return all;
    }
}

internal sealed class FieldPersonalColumns : IPersonalColumns
{
    public IReadOnlyCollection<string> OfCustomers { get; } = ["CustomFields_Values.Text"];

    public IReadOnlyCollection<string> OfStaff { get; } = [];

    public IReadOnlyDictionary<string, string> NotPersonal { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CustomFields_Definitions.Name"] = "what a field is called",
        ["CustomFields_Definitions.EnglishName"] = "what a field is called",
    };
}
