using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Data.Host;

namespace ServicePlatform.Data.Migrations;

/// <summary>The host's own tables; kept apart from those of sites by the context that it names.</summary>
[DbContext(typeof(HostDbContext))]
[Migration("20261122_0000_Host")]
internal sealed class HostInitial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "Host_Sites",
        columns: table => new
        {
            Id = table.Column<string>(maxLength: 32, nullable: false),
            Name = table.Column<string>(maxLength: 200, nullable: false),
            Hosts = table.Column<string>(maxLength: 2000, nullable: false),
            Prefix = table.Column<string>(maxLength: 64, nullable: false),
            State = table.Column<string>(maxLength: 32, nullable: false),
            Provider = table.Column<string>(maxLength: 32, nullable: false),
            Connection = table.Column<string>(maxLength: 2000, nullable: false),
            Culture = table.Column<string>(maxLength: 32, nullable: false),
            TimeZone = table.Column<string>(maxLength: 64, nullable: false),
            Currency = table.Column<string>(maxLength: 3, nullable: false),
            Theme = table.Column<string>(maxLength: 64, nullable: false),
            Features = table.Column<string>(maxLength: 16000, nullable: false),
            IsOperatorArea = table.Column<bool>(nullable: false),
            Recipe = table.Column<string>(maxLength: 64, nullable: true),
            CreatedAt = table.Column<DateTime>(nullable: false),
            Version = table.Column<int>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_Host_Sites", row => row.Id));
}
