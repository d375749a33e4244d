using System.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace ServicePlatform.MigrationWriter;

/// <summary>Writes creations of tables and indexes as a migration without store types, which every provider maps in its own way.</summary>
internal static class MigrationText
{
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(bool)] = "bool",
        [typeof(double)] = "double",
        [typeof(Guid)] = "Guid",
        [typeof(DateTime)] = "DateTime",
        [typeof(DateTimeOffset)] = "DateTimeOffset",
        [typeof(DateOnly)] = "DateOnly",
        [typeof(TimeOnly)] = "TimeOnly",
        [typeof(byte[])] = "byte[]",
    };

    public static string Write(IReadOnlyList<MigrationOperation> operations, string nameSpace, string id)
    {
        var text = new StringBuilder();
        text.Append("// Long because it is written from the model by tools/MigrationWriter, one table after the other.\nusing Microsoft.EntityFrameworkCore.Migrations;\n\nnamespace ").Append(nameSpace).Append(";\n\n");
        text.Append("[Migration(\"").Append(id).Append("\")]\ninternal sealed class Initial : Migration\n{\n");
        text.Append("    protected override void Up(MigrationBuilder migrationBuilder)\n    {\n");
        var blocks = operations.Select(operation => operation is CreateTableOperation table ? Table(table) : Index((CreateIndexOperation)operation));
        text.Append(string.Join('\n', blocks));
        text.Append("    }\n}\n");
        return text.ToString();
    }

    private static string Table(CreateTableOperation table)
    {
        var text = new StringBuilder();
        text.Append("        migrationBuilder.CreateTable(\n            name: \"").Append(table.Name).Append("\",\n");
        text.Append("            columns: table => new\n            {\n");
        foreach (var column in table.Columns)
        {
            text.Append("                ").Append(column.Name).Append(" = table.Column<").Append(TypeName(column)).Append(">(");
            if (column.MaxLength is { } length)
            {
                text.Append("maxLength: ").Append(length).Append(", ");
            }
            else if (column.ClrType == typeof(string))
            {
                throw new InvalidOperationException($"{table.Name}.{column.Name} has no length.");
            }

            text.Append("nullable: ").Append(column.IsNullable ? "true" : "false").Append("),\n");
        }

        text.Append("            },\n            constraints: table =>\n            {\n");
        text.Append("                table.PrimaryKey(\"").Append(table.PrimaryKey!.Name).Append("\", x => ").Append(Columns(table.PrimaryKey.Columns)).Append(");\n");
        foreach (var key in table.UniqueConstraints)
        {
            text.Append("                table.UniqueConstraint(\"").Append(key.Name).Append("\", x => ").Append(Columns(key.Columns)).Append(");\n");
        }

        foreach (var key in table.ForeignKeys)
        {
            text.Append("                table.ForeignKey(\"").Append(key.Name).Append("\", x => ").Append(Columns(key.Columns));
            text.Append(", \"").Append(key.PrincipalTable).Append("\", ");
            text.Append(key.PrincipalColumns!.Length == 1 ? $"\"{key.PrincipalColumns[0]}\"" : $"[{Quoted(key.PrincipalColumns)}]");
            text.Append(", onDelete: ReferentialAction.").Append(key.OnDelete).Append(");\n");
        }

        return text.Append("            });\n").ToString();
    }

    private static string Index(CreateIndexOperation index)
    {
        var text = new StringBuilder("        migrationBuilder.CreateIndex(");
        text.Append('"').Append(index.Name).Append("\", \"").Append(index.Table).Append("\", ");
        text.Append(index.Columns.Length == 1 ? $"\"{index.Columns[0]}\"" : $"[{Quoted(index.Columns)}]");
        if (index.IsUnique)
        {
            text.Append(", unique: true");
        }

        if (index.Filter is not null)
        {
            throw new InvalidOperationException($"{index.Name}: filtered indexes are written differently by each provider.");
        }

        if (index.IsDescending is { Length: > 0 } descending)
        {
            text.Append(", descending: [").Append(string.Join(", ", descending.Select(d => d ? "true" : "false"))).Append(']');
        }

        return text.Append(");\n").ToString();
    }

    private static string TypeName(AddColumnOperation column) =>
        Names.TryGetValue(column.ClrType, out var name)
            ? name
            : throw new InvalidOperationException($"{column.Table}.{column.Name}: the type {column.ClrType} is not kept alike by every provider.");

    private static string Columns(string[] columns) =>
        columns.Length == 1 ? "x." + columns[0] : "new { " + string.Join(", ", columns.Select(c => "x." + c)) + " }";

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
