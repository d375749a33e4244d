// Long because it is written from the model by tools/MigrationWriter, one table after the other.
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.WorkOrders.Migrations;

[Migration("20261122_0500_WorkOrders")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "WorkOrders_Diaries",
            columns: table => new
            {
                TechnicianId = table.Column<Guid>(nullable: false),
                Bookings = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_Diaries", x => x.TechnicianId);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_Requests",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Number = table.Column<string>(maxLength: 32, nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
                HolderPath = table.Column<string>(maxLength: 300, nullable: false),
                Version = table.Column<int>(nullable: false),
                CustomerId = table.Column<Guid>(nullable: false),
                MachineId = table.Column<Guid>(nullable: true),
                AddressId = table.Column<Guid>(nullable: true),
                Channel = table.Column<string>(maxLength: 64, nullable: false),
                JobType = table.Column<string>(maxLength: 64, nullable: false),
                Description = table.Column<string>(maxLength: 2000, nullable: false),
                Urgency = table.Column<string>(maxLength: 32, nullable: false),
                WishedFrom = table.Column<DateTime>(nullable: true),
                WishedUntil = table.Column<DateTime>(nullable: true),
                ContactPhone = table.Column<string>(maxLength: 20, nullable: true),
                State = table.Column<string>(maxLength: 32, nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                BookBy = table.Column<DateTime>(nullable: false),
                TriagedAt = table.Column<DateTime>(nullable: true),
                DecidedAt = table.Column<DateTime>(nullable: true),
                ClosedAt = table.Column<DateTime>(nullable: true),
                TriageNote = table.Column<string>(maxLength: 2000, nullable: true),
                Outcome = table.Column<string>(maxLength: 2000, nullable: true),
                OriginalId = table.Column<Guid>(nullable: true),
                Transitions = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_Requests", x => x.Id);
                table.ForeignKey("FK_WorkOrders_Requests_WorkOrders_Requests_OriginalId", x => x.OriginalId, "WorkOrders_Requests", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_StateChanges",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                SubjectKind = table.Column<string>(maxLength: 32, nullable: false),
                SubjectId = table.Column<Guid>(nullable: false),
                Sequence = table.Column<int>(nullable: false),
                From = table.Column<string>(maxLength: 32, nullable: false),
                To = table.Column<string>(maxLength: 32, nullable: false),
                At = table.Column<DateTime>(nullable: false),
                RecordedAt = table.Column<DateTime>(nullable: false),
                UserId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_StateChanges", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_Orders",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Number = table.Column<string>(maxLength: 32, nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
                HolderPath = table.Column<string>(maxLength: 300, nullable: false),
                DispatchPath = table.Column<string>(maxLength: 300, nullable: false),
                Version = table.Column<int>(nullable: false),
                RequestId = table.Column<Guid>(nullable: true),
                RuleCode = table.Column<string>(maxLength: 64, nullable: true),
                CustomerId = table.Column<Guid>(nullable: false),
                AddressId = table.Column<Guid>(nullable: true),
                DivisionCode = table.Column<string>(maxLength: 32, nullable: true),
                MachineId = table.Column<Guid>(nullable: true),
                CategoryCode = table.Column<string>(maxLength: 64, nullable: false),
                JobType = table.Column<string>(maxLength: 64, nullable: false),
                Description = table.Column<string>(maxLength: 2000, nullable: false),
                InternalNote = table.Column<string>(maxLength: 2000, nullable: true),
                Urgency = table.Column<string>(maxLength: 32, nullable: false),
                ContactPhone = table.Column<string>(maxLength: 20, nullable: true),
                WishedFrom = table.Column<DateTime>(nullable: true),
                WishedUntil = table.Column<DateTime>(nullable: true),
                State = table.Column<string>(maxLength: 32, nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                ChangedAt = table.Column<DateTime>(nullable: false),
                OutletId = table.Column<Guid>(nullable: true),
                TechnicianId = table.Column<Guid>(nullable: true),
                RefusalCount = table.Column<int>(nullable: false),
                VisitId = table.Column<Guid>(nullable: true),
                AppointmentFrom = table.Column<DateTime>(nullable: true),
                AppointmentUntil = table.Column<DateTime>(nullable: true),
                AppointmentConfirmed = table.Column<bool>(nullable: false),
                ReturnVisitNeeded = table.Column<bool>(nullable: false),
                PausedFor = table.Column<string>(maxLength: 32, nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
                EndNote = table.Column<string>(maxLength: 2000, nullable: true),
                DueAt = table.Column<DateTime>(nullable: false),
                PlaceAt = table.Column<DateTime>(nullable: false),
                LateFrom = table.Column<DateTime>(nullable: true),
                Booking_DueAt = table.Column<DateTime>(nullable: false),
                Booking_Hours = table.Column<string>(maxLength: 1000, nullable: false),
                Booking_Kind = table.Column<string>(maxLength: 32, nullable: false),
                Booking_StartedAt = table.Column<DateTime>(nullable: false),
                Booking_StoppedAt = table.Column<DateTime>(nullable: true),
                Booking_TargetMinutes = table.Column<int>(nullable: false),
                Completion_DueAt = table.Column<DateTime>(nullable: false),
                Completion_Hours = table.Column<string>(maxLength: 1000, nullable: false),
                Completion_Kind = table.Column<string>(maxLength: 32, nullable: false),
                Completion_StartedAt = table.Column<DateTime>(nullable: false),
                Completion_StoppedAt = table.Column<DateTime>(nullable: true),
                Completion_TargetMinutes = table.Column<int>(nullable: false),
                Dispatch_DueAt = table.Column<DateTime>(nullable: false),
                Dispatch_Hours = table.Column<string>(maxLength: 1000, nullable: false),
                Dispatch_Kind = table.Column<string>(maxLength: 32, nullable: false),
                Dispatch_StartedAt = table.Column<DateTime>(nullable: false),
                Dispatch_StoppedAt = table.Column<DateTime>(nullable: true),
                Dispatch_TargetMinutes = table.Column<int>(nullable: false),
                Transitions = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_Orders", x => x.Id);
                table.ForeignKey("FK_WorkOrders_Orders_WorkOrders_Requests_RequestId", x => x.RequestId, "WorkOrders_Requests", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_Assignments",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OrderId = table.Column<Guid>(nullable: false),
                OrganisationId = table.Column<Guid>(nullable: false),
                AssignedAt = table.Column<DateTime>(nullable: false),
                AssignedBy = table.Column<Guid>(nullable: false),
                AcceptedAt = table.Column<DateTime>(nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
                End = table.Column<string>(maxLength: 32, nullable: true),
                ReasonCode = table.Column<string>(maxLength: 64, nullable: true),
                Note = table.Column<string>(maxLength: 2000, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_Assignments", x => x.Id);
                table.ForeignKey("FK_WorkOrders_Assignments_WorkOrders_Orders_OrderId", x => x.OrderId, "WorkOrders_Orders", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_OrderLines",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OrderId = table.Column<Guid>(nullable: false),
                Number = table.Column<int>(nullable: false),
                MachineId = table.Column<Guid>(nullable: true),
                JobType = table.Column<string>(maxLength: 64, nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
                DoneVisitId = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_OrderLines", x => x.Id);
                table.ForeignKey("FK_WorkOrders_OrderLines_WorkOrders_Orders_OrderId", x => x.OrderId, "WorkOrders_Orders", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_Pauses",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OrderId = table.Column<Guid>(nullable: false),
                Reason = table.Column<string>(maxLength: 32, nullable: false),
                Note = table.Column<string>(maxLength: 2000, nullable: true),
                StartedAt = table.Column<DateTime>(nullable: false),
                EndedAt = table.Column<DateTime>(nullable: true),
                StopsDispatch = table.Column<bool>(nullable: false),
                StopsBooking = table.Column<bool>(nullable: false),
                StopsCompletion = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_Pauses", x => x.Id);
                table.ForeignKey("FK_WorkOrders_Pauses_WorkOrders_Orders_OrderId", x => x.OrderId, "WorkOrders_Orders", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_Visits",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Number = table.Column<string>(maxLength: 32, nullable: false),
                OrderId = table.Column<Guid>(nullable: false),
                PrincipalId = table.Column<Guid>(nullable: false),
                HolderPath = table.Column<string>(maxLength: 300, nullable: false),
                Version = table.Column<int>(nullable: false),
                CustomerId = table.Column<Guid>(nullable: false),
                AddressId = table.Column<Guid>(nullable: true),
                MachineId = table.Column<Guid>(nullable: true),
                JobType = table.Column<string>(maxLength: 64, nullable: false),
                CategoryCode = table.Column<string>(maxLength: 64, nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                ChangedAt = table.Column<DateTime>(nullable: false),
                TechnicianId = table.Column<Guid>(nullable: true),
                RequestedFrom = table.Column<DateTime>(nullable: true),
                RequestedUntil = table.Column<DateTime>(nullable: true),
                PlannedFrom = table.Column<DateTime>(nullable: false),
                PlannedUntil = table.Column<DateTime>(nullable: false),
                ConfirmedAt = table.Column<DateTime>(nullable: true),
                TravelStartedAt = table.Column<DateTime>(nullable: true),
                ArrivedAt = table.Column<DateTime>(nullable: true),
                WorkStartedAt = table.Column<DateTime>(nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
                BookingNote = table.Column<string>(maxLength: 2000, nullable: true),
                ArrivalOutcome = table.Column<string>(maxLength: 32, nullable: true),
                ArrivalLatitude = table.Column<double>(nullable: true),
                ArrivalLongitude = table.Column<double>(nullable: true),
                ArrivalDatum = table.Column<string>(maxLength: 32, nullable: true),
                ArrivalAccuracyMetres = table.Column<double>(nullable: true),
                ArrivalDistanceMetres = table.Column<double>(nullable: true),
                ProcedureCode = table.Column<string>(maxLength: 64, nullable: true),
                ProcedureTitle = table.Column<string>(maxLength: 200, nullable: true),
                EnglishProcedureTitle = table.Column<string>(maxLength: 200, nullable: true),
                SignerName = table.Column<string>(maxLength: 200, nullable: true),
                SignedAt = table.Column<DateTime>(nullable: true),
                SignatureFileId = table.Column<Guid>(nullable: true),
                SignatureVoidReason = table.Column<string>(maxLength: 2000, nullable: true),
                Finding = table.Column<string>(maxLength: 2000, nullable: true),
                Conclusion = table.Column<string>(maxLength: 2000, nullable: true),
                EndReason = table.Column<string>(maxLength: 32, nullable: true),
                EndNote = table.Column<string>(maxLength: 2000, nullable: true),
                Transitions = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_Visits", x => x.Id);
                table.ForeignKey("FK_WorkOrders_Visits_WorkOrders_Orders_OrderId", x => x.OrderId, "WorkOrders_Orders", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_FilterChanges",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                VisitId = table.Column<Guid>(nullable: false),
                MachineId = table.Column<Guid>(nullable: false),
                Position = table.Column<int>(nullable: false),
                Serial = table.Column<string>(maxLength: 64, nullable: true),
                At = table.Column<DateTime>(nullable: false),
                RecordedAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_FilterChanges", x => x.Id);
                table.ForeignKey("FK_WorkOrders_FilterChanges_WorkOrders_Visits_VisitId", x => x.VisitId, "WorkOrders_Visits", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_VisitLines",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                VisitId = table.Column<Guid>(nullable: false),
                LineId = table.Column<Guid>(nullable: false),
                Number = table.Column<int>(nullable: false),
                MachineId = table.Column<Guid>(nullable: true),
                JobType = table.Column<string>(maxLength: 64, nullable: false),
                Outcome = table.Column<string>(maxLength: 32, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_VisitLines", x => x.Id);
                table.ForeignKey("FK_WorkOrders_VisitLines_WorkOrders_OrderLines_LineId", x => x.LineId, "WorkOrders_OrderLines", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_WorkOrders_VisitLines_WorkOrders_Visits_VisitId", x => x.VisitId, "WorkOrders_Visits", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_VisitPhotos",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                VisitId = table.Column<Guid>(nullable: false),
                FileId = table.Column<Guid>(nullable: false),
                StepCode = table.Column<string>(maxLength: 72, nullable: true),
                Angle = table.Column<string>(maxLength: 200, nullable: true),
                EnglishAngle = table.Column<string>(maxLength: 200, nullable: true),
                TakenAt = table.Column<DateTime>(nullable: false),
                ReceivedAt = table.Column<DateTime>(nullable: false),
                Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                IsRepeated = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_VisitPhotos", x => x.Id);
                table.ForeignKey("FK_WorkOrders_VisitPhotos_WorkOrders_Visits_VisitId", x => x.VisitId, "WorkOrders_Visits", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "WorkOrders_VisitSteps",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                VisitId = table.Column<Guid>(nullable: false),
                LineId = table.Column<Guid>(nullable: false),
                Order = table.Column<int>(nullable: false),
                Code = table.Column<string>(maxLength: 72, nullable: false),
                Section = table.Column<string>(maxLength: 32, nullable: false),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                Title = table.Column<string>(maxLength: 200, nullable: false),
                EnglishTitle = table.Column<string>(maxLength: 200, nullable: true),
                Instruction = table.Column<string>(maxLength: 2000, nullable: true),
                EnglishInstruction = table.Column<string>(maxLength: 2000, nullable: true),
                IsMandatory = table.Column<bool>(nullable: false),
                Reading = table.Column<string>(maxLength: 32, nullable: true),
                Unit = table.Column<string>(maxLength: 32, nullable: true),
                Minimum = table.Column<double>(nullable: true),
                Maximum = table.Column<double>(nullable: true),
                RemedyAdvice = table.Column<string>(maxLength: 2000, nullable: true),
                EnglishRemedyAdvice = table.Column<string>(maxLength: 2000, nullable: true),
                FlushPosition = table.Column<int>(nullable: true),
                MinimumMinutes = table.Column<int>(nullable: true),
                PhotoAngle = table.Column<string>(maxLength: 200, nullable: true),
                EnglishPhotoAngle = table.Column<string>(maxLength: 200, nullable: true),
                Layer = table.Column<string>(maxLength: 64, nullable: false),
                LayerName = table.Column<string>(maxLength: 200, nullable: false),
                DefinitionId = table.Column<Guid>(nullable: false),
                DefinitionVersion = table.Column<int>(nullable: false),
                DoneAt = table.Column<DateTime>(nullable: true),
                RecordedAt = table.Column<DateTime>(nullable: true),
                Value = table.Column<double>(nullable: true),
                Text = table.Column<string>(maxLength: 2000, nullable: true),
                Remedy = table.Column<string>(maxLength: 2000, nullable: true),
                Minutes = table.Column<int>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkOrders_VisitSteps", x => x.Id);
                table.ForeignKey("FK_WorkOrders_VisitSteps_WorkOrders_Visits_VisitId", x => x.VisitId, "WorkOrders_Visits", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_WorkOrders_Assignments_OrderId_AssignedAt", "WorkOrders_Assignments", ["OrderId", "AssignedAt"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Assignments_OrganisationId_AssignedAt", "WorkOrders_Assignments", ["OrganisationId", "AssignedAt"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_FilterChanges_VisitId_MachineId_Position", "WorkOrders_FilterChanges", ["VisitId", "MachineId", "Position"], unique: true);

        migrationBuilder.CreateIndex("IX_WorkOrders_OrderLines_MachineId", "WorkOrders_OrderLines", "MachineId");

        migrationBuilder.CreateIndex("IX_WorkOrders_OrderLines_OrderId_Number", "WorkOrders_OrderLines", ["OrderId", "Number"], unique: true);

        migrationBuilder.CreateIndex("IX_WorkOrders_Orders_CreatedAt_Id", "WorkOrders_Orders", ["CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Orders_CustomerId_CreatedAt", "WorkOrders_Orders", ["CustomerId", "CreatedAt"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Orders_HolderPath_CreatedAt_Id", "WorkOrders_Orders", ["HolderPath", "CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Orders_HolderPath_PlaceAt_Id", "WorkOrders_Orders", ["HolderPath", "PlaceAt", "Id"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Orders_Number", "WorkOrders_Orders", "Number", unique: true);

        migrationBuilder.CreateIndex("IX_WorkOrders_Orders_OutletId_State", "WorkOrders_Orders", ["OutletId", "State"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Orders_RequestId", "WorkOrders_Orders", "RequestId");

        migrationBuilder.CreateIndex("IX_WorkOrders_Orders_State_PlaceAt_Id", "WorkOrders_Orders", ["State", "PlaceAt", "Id"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Orders_TechnicianId_State", "WorkOrders_Orders", ["TechnicianId", "State"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Pauses_OrderId_StartedAt", "WorkOrders_Pauses", ["OrderId", "StartedAt"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Requests_CustomerId_CreatedAt", "WorkOrders_Requests", ["CustomerId", "CreatedAt"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Requests_HolderPath_CreatedAt_Id", "WorkOrders_Requests", ["HolderPath", "CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Requests_Number", "WorkOrders_Requests", "Number", unique: true);

        migrationBuilder.CreateIndex("IX_WorkOrders_Requests_OriginalId", "WorkOrders_Requests", "OriginalId");

        migrationBuilder.CreateIndex("IX_WorkOrders_Requests_State_CreatedAt_Id", "WorkOrders_Requests", ["State", "CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_StateChanges_SubjectId_Sequence", "WorkOrders_StateChanges", ["SubjectId", "Sequence"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_VisitLines_LineId", "WorkOrders_VisitLines", "LineId");

        migrationBuilder.CreateIndex("IX_WorkOrders_VisitLines_VisitId_LineId", "WorkOrders_VisitLines", ["VisitId", "LineId"], unique: true);

        migrationBuilder.CreateIndex("IX_WorkOrders_VisitPhotos_FileId", "WorkOrders_VisitPhotos", "FileId", unique: true);

        migrationBuilder.CreateIndex("IX_WorkOrders_VisitPhotos_Sha256", "WorkOrders_VisitPhotos", "Sha256");

        migrationBuilder.CreateIndex("IX_WorkOrders_VisitPhotos_VisitId_TakenAt", "WorkOrders_VisitPhotos", ["VisitId", "TakenAt"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Visits_HolderPath_PlannedFrom_Id", "WorkOrders_Visits", ["HolderPath", "PlannedFrom", "Id"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Visits_MachineId", "WorkOrders_Visits", "MachineId");

        migrationBuilder.CreateIndex("IX_WorkOrders_Visits_Number", "WorkOrders_Visits", "Number", unique: true);

        migrationBuilder.CreateIndex("IX_WorkOrders_Visits_OrderId_CreatedAt", "WorkOrders_Visits", ["OrderId", "CreatedAt"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_Visits_TechnicianId_PlannedFrom", "WorkOrders_Visits", ["TechnicianId", "PlannedFrom"]);

        migrationBuilder.CreateIndex("IX_WorkOrders_VisitSteps_VisitId_Code", "WorkOrders_VisitSteps", ["VisitId", "Code"], unique: true);
    }
}
