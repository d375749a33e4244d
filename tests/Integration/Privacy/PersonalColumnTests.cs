using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Privacy;

namespace ServicePlatform.IntegrationTests.Privacy;

/// <summary>No column with what belongs to a person is forgotten when he is copied or erased.</summary>
[Trait("capability", "B18")]
public sealed partial class PersonalColumnTests(TestPlatform platform)
{
    [Fact]
    public async Task Every_column_that_looks_personal_is_declared()
    {
        var (columns, declared) = await ReadAsync();
        var known = declared.SelectMany(part => part.OfCustomers.Concat(part.OfStaff).Concat(part.NotPersonal.Keys)).ToHashSet(StringComparer.Ordinal);

        columns.Where(column => Looks().IsMatch(column.Split('.')[1]) && !known.Contains(column)).ShouldBeEmpty("say in the module's IPersonalColumns whose they are, or why they are nobody's");
        known.Except(columns, StringComparer.Ordinal).ShouldBeEmpty("there is no such column");
        declared.SelectMany(part => part.NotPersonal.Values).ShouldAllBe(reason => reason.Length > 4);
    }

    [Fact]
    public async Task A_module_with_columns_of_customers_copies_and_erases_them()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var (columns, records) = await site.UseAsync<IServiceProvider, (IReadOnlyList<string>, IReadOnlyList<string>)>(services => Task.FromResult<(IReadOnlyList<string>, IReadOnlyList<string>)>((
            [.. services.GetServices<IPersonalColumns>().Where(part => part.OfCustomers.Count > 0).Select(part => part.GetType().Assembly.GetName().Name!)],
            [.. services.GetServices<IPersonalRecords>().Select(part => part.GetType().Assembly.GetName().Name!)])));

        columns.Except(records, StringComparer.Ordinal).ShouldBeEmpty("these have columns of customers and no IPersonalRecords");
    }

    private async Task<(IReadOnlyList<string> Columns, IReadOnlyList<IPersonalColumns> Declared)> ReadAsync()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var declared = await site.UseAsync<IServiceProvider, IReadOnlyList<IPersonalColumns>>(services => Task.FromResult<IReadOnlyList<IPersonalColumns>>([.. services.GetServices<IPersonalColumns>()]));
        var columns = await site.ReadAsync(db => Task.FromResult<IReadOnlyList<string>>(
        [
            .. db.Model.GetEntityTypes().Where(type => type.GetTableName()?.StartsWith("Sample", StringComparison.Ordinal) == false).SelectMany(Columns).Distinct(StringComparer.Ordinal),
        ]));
        return (columns, declared);
    }

    private static IEnumerable<string> Columns(IEntityType type) => type.GetProperties()
        .Where(property => !property.ClrType.IsEnum && (property.ClrType == typeof(string) || property.ClrType == typeof(double) || property.ClrType == typeof(double?)))
        .Select(property => $"{type.GetTableName()}.{property.GetColumnName()}");

    [GeneratedRegex("Name|Phone|Mobile|Address|Street|Detail|Note|Text|Mail|Latitude|Longitude|Description|Reason|Remark|Remedy|Comment|Body|Signer|^To$|Label|Finding|Conclusion|Outcome|Scene|PainPoints|Needs|Device|^Values?$|Answer|Birth|Hotline|ExternalCode|ExternalKey|Angle|Title|^Token$|ClaimValue|Error$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Looks();
}
