using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ServicePlatform.UnitTests.SqlServer;

/// <summary>The migrations of every module as SQL Server would get them. The script is checked here, not run.</summary>
public sealed partial class ScriptTests(SiteScript script) : IClassFixture<SiteScript>
{
    /// <summary>SQL Server's limits on the bytes of a key.</summary>
    private const int ClusteredKey = 900;
    private const int OtherKey = 1700;
    private const int LongestIdentifier = 128;

    /// <summary>Texts and bytes that are longer than SQL Server's ordinary columns, on purpose: each is stored whole and never searched.</summary>
    private const int LongestOrdinaryText = 4000;

    [Fact]
    public void Every_module_is_in_it()
    {
        var tables = script.Migrated.Columns.Select(column => column.Table).Distinct(StringComparer.Ordinal).ToList();

        tables.ShouldBe(script.Db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Append("__EFMigrationsHistory").Distinct(StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public void The_audit_log_is_guarded() => script.Migrated.Guarded.ShouldBe(["Kernel_Audit"]);

    /// <summary>SQL Server refuses an OUTPUT clause that answers straight from a table with a trigger, so the model must know of each.</summary>
    [Fact]
    public void Every_trigger_is_known_to_the_model()
    {
        var tables = script.Db.Model.GetEntityTypes().ToLookup(type => type.GetTableName()!, StringComparer.Ordinal);
        var scripted = TriggerStatement().Matches(script.Text).Select(match => $"{match.Groups["table"].Value} {match.Groups["name"].Value}").ToList();
        var declared = script.Db.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredTriggers().Select(trigger => $"{trigger.GetTableName()} {trigger.GetDatabaseName()}"));

        scripted.ShouldNotBeEmpty();
        declared.ShouldBe(scripted, ignoreOrder: true);
        scripted.SelectMany(trigger => tables[trigger.Split(' ')[0]]).ShouldAllBe(type => !type.IsSqlOutputClauseUsed());
    }

    [Fact]
    public void What_the_migrations_build_equals_the_model()
    {
        var indexes = script.Migrated.Indexes.Select(Shape).Where(index => !index.StartsWith("__EF", StringComparison.Ordinal)).ToList();
        var modelled = script.Modelled.Indexes.Select(Shape).ToList();
        var mine = script.Migrated.Columns.Where(column => column.Table != "__EFMigrationsHistory").ToList();

        mine.Except(script.Modelled.Columns).ShouldBeEmpty();
        script.Modelled.Columns.Except(mine).ShouldBeEmpty();
        indexes.Except(modelled).ShouldBeEmpty();
        modelled.Except(indexes).ShouldBeEmpty();
        script.Migrated.ForeignKeys.Except(script.Modelled.ForeignKeys).ShouldBeEmpty();
        script.Modelled.ForeignKeys.Except(script.Migrated.ForeignKeys).ShouldBeEmpty();
    }

    [Fact]
    public void Columns_are_of_types_that_compare_and_order()
    {
        string[] types = ["nvarchar", "uniqueidentifier", "datetime2", "datetimeoffset", "date", "time", "bigint", "int", "bit", "float", "varbinary"];

        script.Migrated.Columns.Where(column => !types.Contains(column.Type)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_texts_that_are_meant_to_be_long_have_no_limit()
    {
        var unlimited = script.Migrated.Columns.Where(column => column.Length == -1).Select(column => $"{column.Table}.{column.Name}").ToList();
        var meant = script.Db.Model.GetEntityTypes().SelectMany(Columns)
            .Where(column => column.Length > LongestOrdinaryText || (column.Length is null && column.IsBytes))
            .Select(column => column.Name);

        unlimited.Except(meant).ShouldBeEmpty();
        script.Migrated.Indexes.Where(index => index.Columns.Any(name => unlimited.Contains($"{index.Table}.{name}"))).ShouldBeEmpty();
    }

    [Fact]
    public void Text_compares_by_code_points() =>
        script.Migrated.Columns.Where(column => column.Type == "nvarchar" && column.Table != "__EFMigrationsHistory" && column.Collation != "Latin1_General_100_BIN2").ShouldBeEmpty();

    [Fact]
    public void Keys_and_indexes_are_short_enough()
    {
        var wrong = script.Migrated.Indexes
            .Select(index => (index, bytes: index.Columns.Sum(name => (long)Column(index.Table, name).KeyBytes)))
            .Where(pair => pair.bytes > (pair.index.IsClustered ? ClusteredKey : OtherKey))
            .Select(pair => $"{pair.index.Table}.{pair.index.Name}: {pair.bytes} bytes");

        wrong.ShouldBeEmpty();
        script.Migrated.Indexes.Where(index => index.Columns.Count > 32).ShouldBeEmpty();
    }

    [Fact]
    public void A_unique_index_takes_any_number_of_rows_without_a_value()
    {
        var wrong = script.Migrated.Indexes.Where(index => index is { IsUnique: true, IsClustered: false })
            .Where(index => index.Columns.Any(name => Column(index.Table, name).IsOptional != index.Filled.Contains(name)))
            .Select(Shape);

        wrong.ShouldBeEmpty();
        script.Migrated.Indexes.Count(index => index.Filled.Count > 0).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void No_deletion_reaches_a_table_on_two_ways()
    {
        var cascades = script.Migrated.ForeignKeys.Where(key => key.Cascades).ToList();
        cascades.ShouldNotBeEmpty();
        var wrong = script.Migrated.Columns.Select(column => column.Table).Distinct(StringComparer.Ordinal)
            .SelectMany(start => Reached(start, cascades).GroupBy(table => table, StringComparer.Ordinal).Where(group => group.Count() > 1 || group.Key == start).Select(group => $"{start} -> {group.Key}"));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Names_are_short_enough_and_each_is_given_once()
    {
        var names = script.Migrated.Indexes.Select(index => index.Name).Concat(script.Migrated.ForeignKeys.Select(key => key.Name)).ToList();

        names.Concat(script.Migrated.Columns.SelectMany(column => new[] { column.Table, column.Name })).Where(name => name.Length > LongestIdentifier).ShouldBeEmpty();
        script.Migrated.ForeignKeys.Select(key => key.Name).Concat(script.Migrated.Indexes.Where(index => index.IsClustered).Select(index => index.Name)).ShouldBeUnique();
    }

    /// <summary>The neutral migrations have no identity columns, so nothing may leave it to the database to count.</summary>
    [Fact]
    public void No_key_is_counted_by_the_database() =>
        script.Db.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType != typeof(Guid))
            .Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}")
            .ShouldBeEmpty();

    [GeneratedRegex(@"CREATE\s+(OR\s+ALTER\s+)?TRIGGER\s+\[(?<name>\w+)\]\s+ON\s+\[(?<table>\w+)\]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TriggerStatement();

    private static string Shape(SqlIndex index) => $"{index.Table} {index.Name} {string.Join(',', index.Columns)} {index.IsUnique} {index.IsClustered} {string.Join(',', index.Filled)}";

    private static IEnumerable<string> Reached(string table, IReadOnlyList<SqlForeignKey> cascades) =>
        cascades.Where(key => key.Target == table && key.Table != table).SelectMany(key => Reached(key.Table, cascades).Prepend(key.Table))
            .Concat(cascades.Where(key => key.Target == table && key.Table == table).Select(key => key.Table));

    private static IEnumerable<(string Name, int? Length, bool IsBytes)> Columns(IEntityType type) =>
        type.GetFlattenedProperties().Select(property => ($"{type.GetTableName()}.{property.GetColumnName()}", property.GetMaxLength(), property.ClrType == typeof(byte[])));

    private SqlColumn Column(string table, string name) => script.Migrated.Columns.Single(column => column.Table == table && column.Name == name);
}
