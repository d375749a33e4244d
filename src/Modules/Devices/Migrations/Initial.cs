// Long because it is written from the model by tools/MigrationWriter, one table after the other.
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.Devices.Migrations;

[Migration("20261122_0300_Devices")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Devices_Categories",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                EnglishName = table.Column<string>(maxLength: 200, nullable: true),
                IsActive = table.Column<bool>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Devices_Categories", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Devices_Imports",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
                FileId = table.Column<Guid>(nullable: false),
                FileName = table.Column<string>(maxLength: 200, nullable: false),
                Encoding = table.Column<string>(maxLength: 32, nullable: false),
                Rows = table.Column<int>(nullable: false),
                CreatedBy = table.Column<Guid>(nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                Columns = table.Column<string>(maxLength: 2000, nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
                TaskId = table.Column<Guid>(nullable: true),
                CustomersCreated = table.Column<int>(nullable: false),
                CustomersChanged = table.Column<int>(nullable: false),
                MachinesCreated = table.Column<int>(nullable: false),
                RowsRefused = table.Column<int>(nullable: false),
                ProblemsFileId = table.Column<Guid>(nullable: true),
                FinishedAt = table.Column<DateTime>(nullable: true),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Devices_Imports", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Devices_CategoryAttributes",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CategoryId = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                EnglishName = table.Column<string>(maxLength: 200, nullable: true),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                Unit = table.Column<string>(maxLength: 32, nullable: true),
                IsRequired = table.Column<bool>(nullable: false),
                Place = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Devices_CategoryAttributes", x => x.Id);
                table.ForeignKey("FK_Devices_CategoryAttributes_Devices_Categories_CategoryId", x => x.CategoryId, "Devices_Categories", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Devices_Models",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                EnglishName = table.Column<string>(maxLength: 200, nullable: true),
                CategoryId = table.Column<Guid>(nullable: false),
                PressureMinimum = table.Column<double>(nullable: true),
                PressureMaximum = table.Column<double>(nullable: true),
                VoltageMinimum = table.Column<double>(nullable: true),
                VoltageMaximum = table.Column<double>(nullable: true),
                YieldPercent = table.Column<int>(nullable: false),
                IsActive = table.Column<bool>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Devices_Models", x => x.Id);
                table.ForeignKey("FK_Devices_Models_Devices_Categories_CategoryId", x => x.CategoryId, "Devices_Categories", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Devices_Machines",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
                CustomerId = table.Column<Guid>(nullable: false),
                AddressId = table.Column<Guid>(nullable: true),
                Serial = table.Column<string>(maxLength: 64, nullable: true),
                SerialKey = table.Column<string>(maxLength: 64, nullable: false),
                ModelId = table.Column<Guid>(nullable: true),
                CategoryId = table.Column<Guid>(nullable: false),
                Maker = table.Column<string>(maxLength: 200, nullable: true),
                Status = table.Column<string>(maxLength: 32, nullable: false),
                IsOrphan = table.Column<bool>(nullable: false),
                SoldOn = table.Column<DateOnly>(nullable: true),
                SaleChannel = table.Column<string>(maxLength: 32, nullable: false),
                SoldByPath = table.Column<string>(maxLength: 300, nullable: true),
                InstalledOn = table.Column<DateOnly>(nullable: true),
                InstalledByPath = table.Column<string>(maxLength: 300, nullable: true),
                LitresPerDay = table.Column<double>(nullable: true),
                FiltersDueOn = table.Column<DateOnly>(nullable: true),
                Note = table.Column<string>(maxLength: 2000, nullable: true),
                RegisteredAt = table.Column<DateTime>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Devices_Machines", x => x.Id);
                table.ForeignKey("FK_Devices_Machines_Devices_Categories_CategoryId", x => x.CategoryId, "Devices_Categories", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_Devices_Machines_Devices_Models_ModelId", x => x.ModelId, "Devices_Models", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Devices_ModelFilters",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ModelId = table.Column<Guid>(nullable: false),
                Position = table.Column<int>(nullable: false),
                PartCode = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                EnglishName = table.Column<string>(maxLength: 200, nullable: true),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                LifeDays = table.Column<int>(nullable: false),
                LifeLitres = table.Column<int>(nullable: true),
                CountsFeedWater = table.Column<bool>(nullable: false),
                FlushMinutes = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Devices_ModelFilters", x => x.Id);
                table.ForeignKey("FK_Devices_ModelFilters_Devices_Models_ModelId", x => x.ModelId, "Devices_Models", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Devices_Filters",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                MachineId = table.Column<Guid>(nullable: false),
                Position = table.Column<int>(nullable: false),
                CurrentPosition = table.Column<int>(nullable: true),
                PlaceKey = table.Column<string>(maxLength: 32, nullable: false),
                PreviousId = table.Column<Guid>(nullable: true),
                NextId = table.Column<Guid>(nullable: true),
                PartCode = table.Column<string>(maxLength: 64, nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                EnglishName = table.Column<string>(maxLength: 200, nullable: true),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                LifeDays = table.Column<int>(nullable: false),
                LifeLitres = table.Column<int>(nullable: true),
                CountsFeedWater = table.Column<bool>(nullable: false),
                Serial = table.Column<string>(maxLength: 64, nullable: true),
                InstalledAt = table.Column<DateTime>(nullable: false),
                InstalledOn = table.Column<DateOnly>(nullable: false),
                VisitId = table.Column<Guid>(nullable: true),
                RemovedAt = table.Column<DateTime>(nullable: true),
                DueOn = table.Column<DateOnly>(nullable: false),
                LimitedBy = table.Column<string>(maxLength: 32, nullable: false),
                WaterFactor = table.Column<double>(nullable: false),
                WaterIsMeasured = table.Column<bool>(nullable: false),
                DaysLimit = table.Column<int>(nullable: false),
                LitresLimit = table.Column<int>(nullable: true),
                LitresPerDay = table.Column<double>(nullable: false),
                Rejection = table.Column<double>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Devices_Filters", x => x.Id);
                table.ForeignKey("FK_Devices_Filters_Devices_Machines_MachineId", x => x.MachineId, "Devices_Machines", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Devices_MachineAttributes",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                MachineId = table.Column<Guid>(nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Value = table.Column<string>(maxLength: 200, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Devices_MachineAttributes", x => x.Id);
                table.ForeignKey("FK_Devices_MachineAttributes_Devices_Machines_MachineId", x => x.MachineId, "Devices_Machines", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Devices_Readings",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                MachineId = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                Value = table.Column<double>(nullable: false),
                At = table.Column<DateTime>(nullable: false),
                RecordedAt = table.Column<DateTime>(nullable: false),
                VisitId = table.Column<Guid>(nullable: true),
                IsBaseline = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Devices_Readings", x => x.Id);
                table.ForeignKey("FK_Devices_Readings_Devices_Machines_MachineId", x => x.MachineId, "Devices_Machines", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Devices_Categories_Code", "Devices_Categories", "Code", unique: true);

        migrationBuilder.CreateIndex("IX_Devices_CategoryAttributes_CategoryId_Code", "Devices_CategoryAttributes", ["CategoryId", "Code"], unique: true);

        migrationBuilder.CreateIndex("IX_Devices_Filters_CurrentPosition_DueOn_Id", "Devices_Filters", ["CurrentPosition", "DueOn", "Id"]);

        migrationBuilder.CreateIndex("IX_Devices_Filters_MachineId_PlaceKey", "Devices_Filters", ["MachineId", "PlaceKey"], unique: true);

        migrationBuilder.CreateIndex("IX_Devices_Filters_MachineId_Position_InstalledAt", "Devices_Filters", ["MachineId", "Position", "InstalledAt"], unique: true);

        migrationBuilder.CreateIndex("IX_Devices_Imports_CreatedAt_Id", "Devices_Imports", ["CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_Devices_MachineAttributes_MachineId_Code", "Devices_MachineAttributes", ["MachineId", "Code"], unique: true);

        migrationBuilder.CreateIndex("IX_Devices_Machines_CategoryId", "Devices_Machines", "CategoryId");

        migrationBuilder.CreateIndex("IX_Devices_Machines_CustomerId", "Devices_Machines", "CustomerId");

        migrationBuilder.CreateIndex("IX_Devices_Machines_FiltersDueOn_Id", "Devices_Machines", ["FiltersDueOn", "Id"]);

        migrationBuilder.CreateIndex("IX_Devices_Machines_IsOrphan_RegisteredAt_Id", "Devices_Machines", ["IsOrphan", "RegisteredAt", "Id"]);

        migrationBuilder.CreateIndex("IX_Devices_Machines_ModelId", "Devices_Machines", "ModelId");

        migrationBuilder.CreateIndex("IX_Devices_Machines_PrincipalId_SerialKey", "Devices_Machines", ["PrincipalId", "SerialKey"], unique: true);

        migrationBuilder.CreateIndex("IX_Devices_Machines_RegisteredAt_Id", "Devices_Machines", ["RegisteredAt", "Id"]);

        migrationBuilder.CreateIndex("IX_Devices_ModelFilters_ModelId_Position", "Devices_ModelFilters", ["ModelId", "Position"], unique: true);

        migrationBuilder.CreateIndex("IX_Devices_Models_CategoryId", "Devices_Models", "CategoryId");

        migrationBuilder.CreateIndex("IX_Devices_Models_PrincipalId_Code", "Devices_Models", ["PrincipalId", "Code"], unique: true);

        migrationBuilder.CreateIndex("IX_Devices_Readings_MachineId_Kind_At", "Devices_Readings", ["MachineId", "Kind", "At"]);
    }
}
