using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Data.Host;

namespace ServicePlatform.Data.Migrations;

/// <summary>Sites may lie in another folder than their first, and the places where they were are remembered.</summary>
[DbContext(typeof(HostDbContext))]
[Migration("20261122_0001_HostPlaces")]
internal sealed class HostPlaces : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(name: "Folder", table: "Host_Sites", maxLength: 64, nullable: true);
        migrationBuilder.CreateTable(
            name: "Host_FormerPlaces",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                SiteId = table.Column<string>(maxLength: 32, nullable: false),
                Provider = table.Column<string>(maxLength: 32, nullable: false),
                Connection = table.Column<string>(maxLength: 2000, nullable: false),
                Folder = table.Column<string>(maxLength: 64, nullable: true),
                Since = table.Column<DateTime>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Host_FormerPlaces", place => place.Id));
        migrationBuilder.CreateIndex(name: "IX_Host_FormerPlaces_SiteId", table: "Host_FormerPlaces", column: "SiteId");
    }
}
