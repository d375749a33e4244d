using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.Data.Migrations;

/// <summary>The database itself refuses to change or remove rows of the audit log, whoever asks. Written by hand: the model has no triggers.</summary>
[Migration("20261122_0001_KernelAuditGuard")]
internal sealed class AuditGuard : Migration
{
    private const string Refusal = "Kernel_Audit is append-only";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in Statements(migrationBuilder.ActiveProvider ?? ""))
        {
            migrationBuilder.Sql(statement);
        }
    }

    private static IEnumerable<string> Statements(string provider) => provider switch
    {
        _ when provider.EndsWith("Sqlite", StringComparison.Ordinal) =>
        [
            $"""CREATE TRIGGER "TR_Kernel_Audit_Update" BEFORE UPDATE ON "Kernel_Audit" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;""",
            $"""CREATE TRIGGER "TR_Kernel_Audit_Delete" BEFORE DELETE ON "Kernel_Audit" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;""",
        ],
        _ when provider.EndsWith("PostgreSQL", StringComparison.Ordinal) =>
        [
            $"""CREATE FUNCTION "Kernel_Audit_Refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Refusal}'; END $$;""",
            """CREATE TRIGGER "TR_Kernel_Audit" BEFORE UPDATE OR DELETE ON "Kernel_Audit" FOR EACH ROW EXECUTE FUNCTION "Kernel_Audit_Refuse"();""",
            """CREATE TRIGGER "TR_Kernel_Audit_Truncate" BEFORE TRUNCATE ON "Kernel_Audit" FOR EACH STATEMENT EXECUTE FUNCTION "Kernel_Audit_Refuse"();""",
        ],

        // Within EXEC, since a trigger must be the first statement of its batch.
        _ => [$"EXEC(N'CREATE TRIGGER [TR_Kernel_Audit] ON [Kernel_Audit] INSTEAD OF UPDATE, DELETE AS THROW 50001, ''{Refusal}'', 1;');"],
    };
}
