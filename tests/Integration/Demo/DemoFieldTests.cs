using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Customers;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.CustomFields.Values;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.Demo;

/// <summary>The demo's own fields, so that lists and filters have something to say.</summary>
[Collection(DemoSites.Collection)]
public sealed class DemoFieldTests(DemoSites sites)
{
    [Theory, DatabaseData]
    public async Task Each_field_is_filled_in_here_and_left_open_there(string database)
    {
        var site = await sites.OfAsync(database);
        var fields = await site.ReadAsync(db => db.Set<FieldDefinition>().AsNoTracking().ToListAsync());
        var values = await site.ReadAsync(db => db.Set<FieldValue>().AsNoTracking().ToListAsync());

        fields.Select(field => field.SubjectKind).Distinct().ShouldBe(["customer", "machine", "order"], ignoreOrder: true);
        foreach (var field in fields)
        {
            values.Count(value => value.DefinitionId == field.Id).ShouldBeGreaterThan(4, field.Code);
            values.Where(value => value.DefinitionId == field.Id).ShouldAllBe(value => CustomFieldText.Read(field.ToField(), value.Text).Value == value.Text);
        }
    }

    [Fact]
    public async Task They_agree_with_what_else_is_known()
    {
        var site = await sites.OfAsync(DemoSites.Large);

        async Task<List<string>> NamesAsync(params CustomFilter[] filters) =>
            [.. (await site.AskAsync(new ListCustomers(null, null, null, null, null, new PageRequest(), filters))).Value.Rows.Items.Select(row => row.Name)];

        (await NamesAsync(new CustomFilter("dwelling", "school"))).ShouldAllBe(name => name.Contains("小学"));
        (await NamesAsync(new CustomFilter("dwelling", "villa"), new CustomFilter("lift", "yes"))).ShouldBeEmpty();
        (await NamesAsync(new CustomFilter("water_works", "第九"))).Count.ShouldBeGreaterThan(2);
    }
}
