// Long because it is written from the model by tools/MigrationWriter, one table after the other.
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.Network.Migrations;

[Migration("20261122_0100_Network")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Network_Organisations",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 40, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                Ownership = table.Column<string>(maxLength: 32, nullable: false),
                ParentId = table.Column<Guid>(nullable: true),
                Path = table.Column<string>(maxLength: 300, nullable: false),
                Phone = table.Column<string>(maxLength: 20, nullable: true),
                DivisionCode = table.Column<string>(maxLength: 9, nullable: true),
                Address = table.Column<string>(maxLength: 400, nullable: true),
                Latitude = table.Column<double>(nullable: true),
                Longitude = table.Column<double>(nullable: true),
                Datum = table.Column<string>(maxLength: 32, nullable: true),
                OpeningNote = table.Column<string>(maxLength: 200, nullable: true),
                IsActive = table.Column<bool>(nullable: false),
                ChangedAt = table.Column<DateTime>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Network_Organisations", x => x.Id);
                table.ForeignKey("FK_Network_Organisations_Network_Organisations_ParentId", x => x.ParentId, "Network_Organisations", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Network_Principals",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                Hotline = table.Column<string>(maxLength: 20, nullable: true),
                IsActive = table.Column<bool>(nullable: false),
                ChangedAt = table.Column<DateTime>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Network_Principals", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Network_Portals",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OrganisationId = table.Column<Guid>(nullable: false),
                Slug = table.Column<string>(maxLength: 32, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                Accent = table.Column<string>(maxLength: 7, nullable: true),
                Hotline = table.Column<string>(maxLength: 20, nullable: true),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Network_Portals", x => x.Id);
                table.ForeignKey("FK_Network_Portals_Network_Organisations_OrganisationId", x => x.OrganisationId, "Network_Organisations", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Network_Technicians",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                Phone = table.Column<string>(maxLength: 20, nullable: false),
                OrganisationId = table.Column<Guid>(nullable: false),
                IsActive = table.Column<bool>(nullable: false),
                UserId = table.Column<Guid>(nullable: true),
                UserName = table.Column<string>(maxLength: 64, nullable: true),
                ChangedAt = table.Column<DateTime>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Network_Technicians", x => x.Id);
                table.ForeignKey("FK_Network_Technicians_Network_Organisations_OrganisationId", x => x.OrganisationId, "Network_Organisations", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Network_OrganisationPrincipals",
            columns: table => new
            {
                OrganisationId = table.Column<Guid>(nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Network_OrganisationPrincipals", x => new { x.OrganisationId, x.PrincipalId });
                table.ForeignKey("FK_Network_OrganisationPrincipals_Network_Organisations_OrganisationId", x => x.OrganisationId, "Network_Organisations", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Network_OrganisationPrincipals_Network_Principals_PrincipalId", x => x.PrincipalId, "Network_Principals", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Network_ServiceAreas",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OrganisationId = table.Column<Guid>(nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
                CategoryCode = table.Column<string>(maxLength: 64, nullable: false),
                CodePrefix = table.Column<string>(maxLength: 9, nullable: false),
                IsPrimary = table.Column<bool>(nullable: false),
                ExceptionReason = table.Column<string>(maxLength: 200, nullable: true),
                PrimaryKey = table.Column<string>(maxLength: 120, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Network_ServiceAreas", x => x.Id);
                table.ForeignKey("FK_Network_ServiceAreas_Network_Organisations_OrganisationId", x => x.OrganisationId, "Network_Organisations", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Network_ServiceAreas_Network_Principals_PrincipalId", x => x.PrincipalId, "Network_Principals", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Network_TechnicianSkills",
            columns: table => new
            {
                TechnicianId = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Network_TechnicianSkills", x => new { x.TechnicianId, x.Code });
                table.ForeignKey("FK_Network_TechnicianSkills_Network_Technicians_TechnicianId", x => x.TechnicianId, "Network_Technicians", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Network_OrganisationPrincipals_PrincipalId", "Network_OrganisationPrincipals", "PrincipalId");

        migrationBuilder.CreateIndex("IX_Network_Organisations_Code", "Network_Organisations", "Code", unique: true);

        migrationBuilder.CreateIndex("IX_Network_Organisations_ParentId", "Network_Organisations", "ParentId");

        migrationBuilder.CreateIndex("IX_Network_Organisations_Path", "Network_Organisations", "Path", unique: true);

        migrationBuilder.CreateIndex("IX_Network_Portals_OrganisationId", "Network_Portals", "OrganisationId", unique: true);

        migrationBuilder.CreateIndex("IX_Network_Portals_Slug", "Network_Portals", "Slug", unique: true);

        migrationBuilder.CreateIndex("IX_Network_Principals_Code", "Network_Principals", "Code", unique: true);

        migrationBuilder.CreateIndex("IX_Network_ServiceAreas_Place", "Network_ServiceAreas", ["OrganisationId", "PrincipalId", "CategoryCode", "CodePrefix"], unique: true);

        migrationBuilder.CreateIndex("IX_Network_ServiceAreas_PrimaryKey", "Network_ServiceAreas", "PrimaryKey", unique: true);

        migrationBuilder.CreateIndex("IX_Network_ServiceAreas_PrincipalId_CategoryCode_CodePrefix", "Network_ServiceAreas", ["PrincipalId", "CategoryCode", "CodePrefix"]);

        migrationBuilder.CreateIndex("IX_Network_Technicians_Code", "Network_Technicians", "Code", unique: true);

        migrationBuilder.CreateIndex("IX_Network_Technicians_OrganisationId_Code", "Network_Technicians", ["OrganisationId", "Code"]);

        migrationBuilder.CreateIndex("IX_Network_Technicians_UserId", "Network_Technicians", "UserId");
    }
}
