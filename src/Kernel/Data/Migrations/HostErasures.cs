using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Data.Host;

namespace ServicePlatform.Data.Migrations;

/// <summary>Who has been erased is known beside the sites' databases, which may be replaced by older ones.</summary>
[DbContext(typeof(HostDbContext))]
[Migration("20261122_0002_HostErasures")]
internal sealed class HostErasures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "Host_ErasedPersons",
        columns: table => new
        {
            Id = table.Column<Guid>(nullable: false),
            At = table.Column<DateTime>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_Host_ErasedPersons", person => person.Id));
}
