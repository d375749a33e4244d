using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.SampleModule.Migrations;

[Migration("20261122_0100_SampleModule")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "SampleModule_NoteEchoes",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                NoteId = table.Column<Guid>(nullable: false),
                Attempt = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_SampleModule_NoteEchoes", x => x.Id));

        migrationBuilder.CreateTable(
            name: "SampleModule_Notes",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
                HolderPath = table.Column<string>(maxLength: 300, nullable: false),
                Number = table.Column<string>(maxLength: 32, nullable: false),
                Text = table.Column<string>(maxLength: 2000, nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_SampleModule_Notes", x => x.Id));

        migrationBuilder.CreateIndex("IX_SampleModule_NoteEchoes_NoteId", "SampleModule_NoteEchoes", "NoteId");
        migrationBuilder.CreateIndex("IX_SampleModule_Notes_HolderPath_Number_Id", "SampleModule_Notes", ["HolderPath", "Number", "Id"]);
        migrationBuilder.CreateIndex("IX_SampleModule_Notes_Number", "SampleModule_Notes", "Number", unique: true);
    }
}
