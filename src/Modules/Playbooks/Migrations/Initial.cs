using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.Playbooks.Migrations;

[Migration("20261122_0400_Playbooks")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Playbooks_Procedures",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                CategoryCode = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Playbooks_Procedures", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Playbooks_Layers",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ProcedureId = table.Column<Guid>(nullable: false),
                Layer = table.Column<string>(maxLength: 32, nullable: false),
                PrincipalId = table.Column<Guid>(nullable: true),
                OrganisationPath = table.Column<string>(maxLength: 300, nullable: true),
                ModelId = table.Column<Guid>(nullable: true),
                SerialFirst = table.Column<string>(maxLength: 64, nullable: true),
                SerialLast = table.Column<string>(maxLength: 64, nullable: true),
                ScopeKey = table.Column<string>(maxLength: 492, nullable: false),
                NewestNumber = table.Column<int>(nullable: false),
                DraftNumber = table.Column<int>(nullable: true),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Playbooks_Layers", x => x.Id);
                table.ForeignKey("FK_Playbooks_Layers_Playbooks_Procedures_ProcedureId", x => x.ProcedureId, "Playbooks_Procedures", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Playbooks_ProcedureJobs",
            columns: table => new
            {
                JobType = table.Column<string>(maxLength: 64, nullable: false),
                CategoryCode = table.Column<string>(maxLength: 64, nullable: false),
                ProcedureId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Playbooks_ProcedureJobs", x => new { x.JobType, x.CategoryCode });
                table.ForeignKey("FK_Playbooks_ProcedureJobs_Playbooks_Procedures_ProcedureId", x => x.ProcedureId, "Playbooks_Procedures", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Playbooks_Versions",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                LayerId = table.Column<Guid>(nullable: false),
                Number = table.Column<int>(nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
                EffectiveFrom = table.Column<DateTime>(nullable: true),
                EffectiveUntil = table.Column<DateTime>(nullable: true),
                TitleZh = table.Column<string>(maxLength: 200, nullable: true),
                TitleEn = table.Column<string>(maxLength: 200, nullable: true),
                Note = table.Column<string>(maxLength: 2000, nullable: true),
                AuthorId = table.Column<Guid>(nullable: false),
                EditedAt = table.Column<DateTime>(nullable: false),
                PublisherId = table.Column<Guid>(nullable: true),
                PublishedAt = table.Column<DateTime>(nullable: true),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Playbooks_Versions", x => x.Id);
                table.ForeignKey("FK_Playbooks_Versions_Playbooks_Layers_LayerId", x => x.LayerId, "Playbooks_Layers", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Playbooks_Steps",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                VersionId = table.Column<Guid>(nullable: false),
                Position = table.Column<int>(nullable: false),
                Action = table.Column<string>(maxLength: 32, nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                After = table.Column<string>(maxLength: 64, nullable: true),
                Section = table.Column<string>(maxLength: 32, nullable: true),
                Kind = table.Column<string>(maxLength: 32, nullable: true),
                TitleZh = table.Column<string>(maxLength: 200, nullable: true),
                TitleEn = table.Column<string>(maxLength: 200, nullable: true),
                InstructionZh = table.Column<string>(maxLength: 2000, nullable: true),
                InstructionEn = table.Column<string>(maxLength: 2000, nullable: true),
                IsMandatory = table.Column<bool>(nullable: false),
                Reading = table.Column<string>(maxLength: 32, nullable: true),
                Unit = table.Column<string>(maxLength: 32, nullable: true),
                Minimum = table.Column<double>(nullable: true),
                Maximum = table.Column<double>(nullable: true),
                RemedyZh = table.Column<string>(maxLength: 200, nullable: true),
                RemedyEn = table.Column<string>(maxLength: 200, nullable: true),
                FlushPosition = table.Column<int>(nullable: true),
                MinimumMinutes = table.Column<int>(nullable: true),
                AngleZh = table.Column<string>(maxLength: 200, nullable: true),
                AngleEn = table.Column<string>(maxLength: 200, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Playbooks_Steps", x => x.Id);
                table.ForeignKey("FK_Playbooks_Steps_Playbooks_Versions_VersionId", x => x.VersionId, "Playbooks_Versions", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Playbooks_Layers_ProcedureId_OrganisationPath", "Playbooks_Layers", ["ProcedureId", "OrganisationPath"]);

        migrationBuilder.CreateIndex("IX_Playbooks_Layers_ProcedureId_ScopeKey", "Playbooks_Layers", ["ProcedureId", "ScopeKey"], unique: true);

        migrationBuilder.CreateIndex("IX_Playbooks_ProcedureJobs_ProcedureId", "Playbooks_ProcedureJobs", "ProcedureId");

        migrationBuilder.CreateIndex("IX_Playbooks_Procedures_Code", "Playbooks_Procedures", "Code", unique: true);

        migrationBuilder.CreateIndex("IX_Playbooks_Steps_VersionId_Position", "Playbooks_Steps", ["VersionId", "Position"]);

        migrationBuilder.CreateIndex("IX_Playbooks_Versions_LayerId_Number", "Playbooks_Versions", ["LayerId", "Number"], unique: true);
    }
}
