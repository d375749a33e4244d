using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Update;

namespace ServicePlatform.Data.SqlServer;

/// <summary>
/// Makes the provider-neutral migrations mean on SQL Server what they mean on the others: text compares by its code points, so that
/// ranges of organisation paths and tokens are ranges, and a unique index takes any number of rows without a value.
/// </summary>
[SuppressMessage("Usage", "EF1001", Justification = "The generator's constructor takes the provider's batch preparer.")]
internal sealed class SiteSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, ICommandBatchPreparer batches)
    : SqlServerMigrationsSqlGenerator(dependencies, batches)
{
    public const string BinaryCollation = "Latin1_General_100_BIN2";

    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
    {
        foreach (var index in operations.OfType<CreateIndexOperation>().Where(index => index is { IsUnique: true, Filter: null }))
        {
            // Empty and not null where every row has a value: EF Core, not knowing the model, would leave out rows without one all the same.
            index.Filter = string.Join(" AND ", index.Columns.Where(column => IsOptional(operations, index.Table, column)).Select(column => $"[{column}] IS NOT NULL"));
        }

        return base.Generate(operations, model, options);
    }

    protected override void ColumnDefinition(
        string? schema,
        string table,
        string name,
        ColumnOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder)
    {
        if (operation.ClrType == typeof(string))
        {
            operation.Collation ??= BinaryCollation;
        }

        base.ColumnDefinition(schema, table, name, operation, model, builder);
    }

    /// <summary>As this migration makes the column; a later one asks the model about a column that stands.</summary>
    private bool IsOptional(IReadOnlyList<MigrationOperation> operations, string table, string column)
    {
        var made = operations.OfType<CreateTableOperation>().Where(made => made.Name == table).SelectMany(made => made.Columns)
            .Concat(operations.OfType<AddColumnOperation>().Where(added => added.Table == table))
            .FirstOrDefault(made => made.Name == column);
        return made?.IsNullable
            ?? Dependencies.CurrentContext.Context.Model.GetRelationalModel().FindTable(table, schema: null)?.FindColumn(column)?.IsNullable
            ?? false;
    }
}
