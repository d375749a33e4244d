// Long because it is written from the model by tools/MigrationWriter, one table after the other.
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.Crm.Migrations;

[Migration("20261122_0200_Crm")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Crm_Compounds",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                CountyCode = table.Column<string>(maxLength: 6, nullable: false),
                Street = table.Column<string>(maxLength: 400, nullable: true),
                Latitude = table.Column<double>(nullable: true),
                Longitude = table.Column<double>(nullable: true),
                Datum = table.Column<string>(maxLength: 32, nullable: true),
                ChangedAt = table.Column<DateTime>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Crm_Compounds", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Crm_Customers",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Number = table.Column<string>(maxLength: 32, nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                Gender = table.Column<string>(maxLength: 32, nullable: false),
                Level = table.Column<string>(maxLength: 32, nullable: false),
                IsElderly = table.Column<bool>(nullable: false),
                PreferredChannel = table.Column<string>(maxLength: 32, nullable: false),
                HouseholdSize = table.Column<int>(nullable: true),
                Note = table.Column<string>(maxLength: 2000, nullable: true),
                ExternalCode = table.Column<string>(maxLength: 64, nullable: true),
                ExternalKey = table.Column<string>(maxLength: 64, nullable: false),
                ErasedAt = table.Column<DateTime>(nullable: true),
                CreatedAt = table.Column<DateTime>(nullable: false),
                ChangedAt = table.Column<DateTime>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Crm_Customers", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Crm_CompoundReadings",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CompoundId = table.Column<Guid>(nullable: false),
                TakenOn = table.Column<DateOnly>(nullable: false),
                Source = table.Column<string>(maxLength: 32, nullable: false),
                Tds = table.Column<double>(nullable: true),
                Hardness = table.Column<double>(nullable: true),
                ResidualChlorine = table.Column<double>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Crm_CompoundReadings", x => x.Id);
                table.ForeignKey("FK_Crm_CompoundReadings_Crm_Compounds_CompoundId", x => x.CompoundId, "Crm_Compounds", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Crm_CustomerAddresses",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CustomerId = table.Column<Guid>(nullable: false),
                DivisionCode = table.Column<string>(maxLength: 9, nullable: false),
                CompoundId = table.Column<Guid>(nullable: true),
                Street = table.Column<string>(maxLength: 400, nullable: false),
                Detail = table.Column<string>(maxLength: 200, nullable: true),
                Latitude = table.Column<double>(nullable: true),
                Longitude = table.Column<double>(nullable: true),
                Datum = table.Column<string>(maxLength: 32, nullable: true),
                Order = table.Column<int>(nullable: false),
                RetiredAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Crm_CustomerAddresses", x => x.Id);
                table.ForeignKey("FK_Crm_CustomerAddresses_Crm_Compounds_CompoundId", x => x.CompoundId, "Crm_Compounds", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_Crm_CustomerAddresses_Crm_Customers_CustomerId", x => x.CustomerId, "Crm_Customers", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Crm_CustomerPhones",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CustomerId = table.Column<Guid>(nullable: false),
                Number = table.Column<string>(maxLength: 20, nullable: false),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                Label = table.Column<string>(maxLength: 32, nullable: true),
                Order = table.Column<int>(nullable: false),
                IsConfirmed = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Crm_CustomerPhones", x => x.Id);
                table.ForeignKey("FK_Crm_CustomerPhones_Crm_Customers_CustomerId", x => x.CustomerId, "Crm_Customers", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Crm_HouseholdProfiles",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CustomerId = table.Column<Guid>(nullable: false),
                Revision = table.Column<int>(nullable: false),
                Scene = table.Column<string>(maxLength: 2000, nullable: true),
                PainPoints = table.Column<string>(maxLength: 2000, nullable: true),
                Needs = table.Column<string>(maxLength: 2000, nullable: true),
                At = table.Column<DateTime>(nullable: false),
                By = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Crm_HouseholdProfiles", x => x.Id);
                table.ForeignKey("FK_Crm_HouseholdProfiles_Crm_Customers_CustomerId", x => x.CustomerId, "Crm_Customers", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Crm_LegalHolds",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CustomerId = table.Column<Guid>(nullable: false),
                Reason = table.Column<string>(maxLength: 2000, nullable: false),
                HeldAt = table.Column<DateTime>(nullable: false),
                HeldBy = table.Column<Guid>(nullable: false),
                LiftedAt = table.Column<DateTime>(nullable: true),
                LiftedBy = table.Column<Guid>(nullable: true),
                LiftReason = table.Column<string>(maxLength: 2000, nullable: true),
                StandingFor = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Crm_LegalHolds", x => x.Id);
                table.ForeignKey("FK_Crm_LegalHolds_Crm_Customers_CustomerId", x => x.CustomerId, "Crm_Customers", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex("IX_Crm_CompoundReadings_CompoundId_TakenOn", "Crm_CompoundReadings", ["CompoundId", "TakenOn"]);

        migrationBuilder.CreateIndex("IX_Crm_Compounds_Code", "Crm_Compounds", "Code", unique: true);

        migrationBuilder.CreateIndex("IX_Crm_Compounds_CountyCode_Name", "Crm_Compounds", ["CountyCode", "Name"], unique: true);

        migrationBuilder.CreateIndex("IX_Crm_Compounds_Name_Id", "Crm_Compounds", ["Name", "Id"]);

        migrationBuilder.CreateIndex("IX_Crm_CustomerAddresses_CompoundId", "Crm_CustomerAddresses", "CompoundId");

        migrationBuilder.CreateIndex("IX_Crm_CustomerAddresses_CustomerId", "Crm_CustomerAddresses", "CustomerId");

        migrationBuilder.CreateIndex("IX_Crm_CustomerPhones_CustomerId_Number", "Crm_CustomerPhones", ["CustomerId", "Number"], unique: true);

        migrationBuilder.CreateIndex("IX_Crm_CustomerPhones_Number", "Crm_CustomerPhones", "Number");

        migrationBuilder.CreateIndex("IX_Crm_Customers_CreatedAt_Id", "Crm_Customers", ["CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_Crm_Customers_Number", "Crm_Customers", "Number", unique: true);

        migrationBuilder.CreateIndex("IX_Crm_Customers_PrincipalId_CreatedAt_Id", "Crm_Customers", ["PrincipalId", "CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_Crm_Customers_PrincipalId_ExternalKey", "Crm_Customers", ["PrincipalId", "ExternalKey"], unique: true);

        migrationBuilder.CreateIndex("IX_Crm_HouseholdProfiles_CustomerId_Revision", "Crm_HouseholdProfiles", ["CustomerId", "Revision"], unique: true);

        migrationBuilder.CreateIndex("IX_Crm_LegalHolds_CustomerId_HeldAt", "Crm_LegalHolds", ["CustomerId", "HeldAt"]);

        migrationBuilder.CreateIndex("IX_Crm_LegalHolds_StandingFor", "Crm_LegalHolds", "StandingFor", unique: true);
    }
}
