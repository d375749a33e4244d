// Long because it is written from the model by tools/MigrationWriter, one table after the other.
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.CustomFields.Migrations;

[Migration("20261122_0100_CustomFields")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "CustomFields_Definitions",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                SubjectKind = table.Column<string>(maxLength: 32, nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 64, nullable: false),
                EnglishName = table.Column<string>(maxLength: 64, nullable: true),
                Type = table.Column<string>(maxLength: 32, nullable: false),
                PrincipalId = table.Column<Guid>(nullable: true),
                IsRequired = table.Column<bool>(nullable: false),
                IsFilter = table.Column<bool>(nullable: false),
                IsActive = table.Column<bool>(nullable: false),
                Place = table.Column<int>(nullable: false),
                Choices = table.Column<string>(maxLength: 16000, nullable: false),
                Least = table.Column<double>(nullable: true),
                Most = table.Column<double>(nullable: true),
                Unit = table.Column<string>(maxLength: 32, nullable: true),
                ChangedAt = table.Column<DateTime>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CustomFields_Definitions", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "CustomFields_Values",
            columns: table => new
            {
                SubjectId = table.Column<Guid>(nullable: false),
                DefinitionId = table.Column<Guid>(nullable: false),
                SubjectKind = table.Column<string>(maxLength: 32, nullable: false),
                Text = table.Column<string>(maxLength: 200, nullable: false),
                Place = table.Column<double>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CustomFields_Values", x => new { x.SubjectId, x.DefinitionId });
            });

        migrationBuilder.CreateIndex("IX_CustomFields_Definitions_SubjectKind_Code", "CustomFields_Definitions", ["SubjectKind", "Code"], unique: true);

        migrationBuilder.CreateIndex("IX_CustomFields_Values_DefinitionId_Place_SubjectId", "CustomFields_Values", ["DefinitionId", "Place", "SubjectId"]);

        migrationBuilder.CreateIndex("IX_CustomFields_Values_DefinitionId_Text_SubjectId", "CustomFields_Values", ["DefinitionId", "Text", "SubjectId"]);
    }
}
