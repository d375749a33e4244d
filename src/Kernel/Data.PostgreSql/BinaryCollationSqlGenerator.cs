using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace ServicePlatform.Data.PostgreSql;

/// <summary>
/// Gives every text column the collation "C", so that ranges of organisation paths and search tokens mean the same as on SQLite
/// and are served by ordinary indexes, whatever the database's own collation is.
/// </summary>
[SuppressMessage("Usage", "EF1001", Justification = "The generator's constructor takes the provider's options.")]
internal sealed class BinaryCollationSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
{
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
            operation.Collation ??= "C";
        }

        base.ColumnDefinition(schema, table, name, operation, model, builder);
    }
}
