// Long because it is written from the model by tools/MigrationWriter, one table after the other.
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.Messaging.Migrations;

[Migration("20261122_0300_Messaging")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Messaging_Consents",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CustomerId = table.Column<Guid>(nullable: false),
                IsGiven = table.Column<bool>(nullable: false),
                Source = table.Column<string>(maxLength: 32, nullable: false),
                At = table.Column<DateTime>(nullable: false),
                RecordedBy = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Messaging_Consents", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Messaging_DevelopmentInbox",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                To = table.Column<string>(maxLength: 20, nullable: false),
                Text = table.Column<string>(maxLength: 938, nullable: false),
                At = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Messaging_DevelopmentInbox", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Messaging_Messages",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CustomerId = table.Column<Guid>(nullable: true),
                PrincipalId = table.Column<Guid>(nullable: true),
                OrganisationPath = table.Column<string>(maxLength: 300, nullable: true),
                TemplateCode = table.Column<string>(maxLength: 64, nullable: false),
                Class = table.Column<string>(maxLength: 32, nullable: false),
                Language = table.Column<string>(maxLength: 32, nullable: false),
                AboutKind = table.Column<string>(maxLength: 32, nullable: false),
                AboutId = table.Column<Guid>(nullable: false),
                To = table.Column<string>(maxLength: 20, nullable: false),
                Text = table.Column<string>(maxLength: 938, nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                GoodUntil = table.Column<DateTime>(nullable: true),
                State = table.Column<string>(maxLength: 32, nullable: false),
                Reason = table.Column<string>(maxLength: 64, nullable: true),
                Provider = table.Column<string>(maxLength: 64, nullable: true),
                Attempts = table.Column<int>(nullable: false),
                FinishedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Messaging_Messages", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Messaging_Templates",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                EnglishName = table.Column<string>(maxLength: 200, nullable: true),
                Class = table.Column<string>(maxLength: 32, nullable: false),
                ChineseText = table.Column<string>(maxLength: 469, nullable: false),
                EnglishText = table.Column<string>(maxLength: 469, nullable: false),
                PlaceholderNames = table.Column<string>(maxLength: 2000, nullable: false),
                IsActive = table.Column<bool>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Messaging_Templates", x => x.Id);
            });

        migrationBuilder.CreateIndex("IX_Messaging_Consents_CustomerId_At", "Messaging_Consents", ["CustomerId", "At"]);

        migrationBuilder.CreateIndex("IX_Messaging_DevelopmentInbox_At_Id", "Messaging_DevelopmentInbox", ["At", "Id"]);

        migrationBuilder.CreateIndex("IX_Messaging_Messages_AboutId_TemplateCode", "Messaging_Messages", ["AboutId", "TemplateCode"]);

        migrationBuilder.CreateIndex("IX_Messaging_Messages_CreatedAt_Id", "Messaging_Messages", ["CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_Messaging_Messages_CustomerId_Class_CreatedAt", "Messaging_Messages", ["CustomerId", "Class", "CreatedAt"]);

        migrationBuilder.CreateIndex("IX_Messaging_Messages_OrganisationPath_CreatedAt_Id", "Messaging_Messages", ["OrganisationPath", "CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_Messaging_Messages_To_CreatedAt", "Messaging_Messages", ["To", "CreatedAt"]);

        migrationBuilder.CreateIndex("IX_Messaging_Templates_Code", "Messaging_Templates", "Code", unique: true);
    }
}
