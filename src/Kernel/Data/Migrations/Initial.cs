// Long because it is written from the model by tools/MigrationWriter, one table after the other.
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePlatform.Data.Migrations;

[Migration("20261122_0000_Kernel")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Kernel_AccessGrants",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                SubjectKind = table.Column<string>(maxLength: 32, nullable: false),
                SubjectId = table.Column<Guid>(nullable: false),
                OrganisationPath = table.Column<string>(maxLength: 300, nullable: false),
                Reason = table.Column<string>(maxLength: 32, nullable: false),
                Cause = table.Column<Guid>(nullable: false),
                From = table.Column<DateTime>(nullable: false),
                Until = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_AccessGrants", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_Audit",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                At = table.Column<DateTime>(nullable: false),
                ActorKind = table.Column<string>(maxLength: 32, nullable: false),
                ActorId = table.Column<Guid>(nullable: false),
                Command = table.Column<string>(maxLength: 200, nullable: false),
                Subjects = table.Column<string>(maxLength: 2000, nullable: false),
                OperationId = table.Column<string>(maxLength: 64, nullable: true),
                TraceId = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_Audit", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_Files",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                ContentType = table.Column<string>(maxLength: 64, nullable: false),
                Bytes = table.Column<long>(nullable: false),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                OwnerKind = table.Column<string>(maxLength: 32, nullable: false),
                OwnerId = table.Column<Guid>(nullable: false),
                StoredAt = table.Column<DateTime>(nullable: false),
                StoredBy = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_Files", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_JobRuns",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                JobId = table.Column<string>(maxLength: 64, nullable: false),
                StartedAt = table.Column<DateTime>(nullable: false),
                EndedAt = table.Column<DateTime>(nullable: true),
                State = table.Column<string>(maxLength: 32, nullable: false),
                Done = table.Column<int>(nullable: false),
                Failed = table.Column<int>(nullable: false),
                Error = table.Column<string>(maxLength: 2000, nullable: true),
                StartedBy = table.Column<Guid>(nullable: true),
                Node = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_JobRuns", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_LongTasks",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(maxLength: 64, nullable: false),
                Subject = table.Column<string>(maxLength: 200, nullable: false),
                OpenKey = table.Column<string>(maxLength: 200, nullable: false),
                Input = table.Column<string>(maxLength: 16000, nullable: false),
                Checkpoint = table.Column<string>(maxLength: 16000, nullable: true),
                Phase = table.Column<string>(maxLength: 32, nullable: false),
                Done = table.Column<long>(nullable: false),
                Total = table.Column<long>(nullable: true),
                DoneAtStart = table.Column<long>(nullable: false),
                StartedBy = table.Column<Guid>(nullable: false),
                Culture = table.Column<string>(maxLength: 32, nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                StartedAt = table.Column<DateTime>(nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
                CancelAskedAt = table.Column<DateTime>(nullable: true),
                HeldUntil = table.Column<DateTime>(nullable: true),
                Node = table.Column<string>(maxLength: 64, nullable: true),
                Attempts = table.Column<int>(nullable: false),
                ResultAddress = table.Column<string>(maxLength: 300, nullable: true),
                ResultFileId = table.Column<Guid>(nullable: true),
                Error = table.Column<string>(maxLength: 2000, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_LongTasks", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_Numbers",
            columns: table => new
            {
                Name = table.Column<string>(maxLength: 32, nullable: false),
                Last = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_Numbers", x => x.Name);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_Operations",
            columns: table => new
            {
                ActorId = table.Column<Guid>(nullable: false),
                Command = table.Column<string>(maxLength: 200, nullable: false),
                OperationId = table.Column<string>(maxLength: 64, nullable: false),
                BodyHash = table.Column<string>(maxLength: 64, nullable: false),
                Answer = table.Column<string>(maxLength: 16000, nullable: true),
                At = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_Operations", x => new { x.ActorId, x.Command, x.OperationId });
            });

        migrationBuilder.CreateTable(
            name: "Kernel_OutboxEvents",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                At = table.Column<DateTime>(nullable: false),
                Type = table.Column<string>(maxLength: 200, nullable: false),
                Body = table.Column<string>(maxLength: 16000, nullable: false),
                TraceId = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_OutboxEvents", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_OutsideDeliveries",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(maxLength: 64, nullable: false),
                SubjectId = table.Column<Guid>(nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
                Attempts = table.Column<int>(nullable: false),
                NextAttemptAt = table.Column<DateTime>(nullable: false),
                TriedUntil = table.Column<DateTime>(nullable: false),
                EndedAt = table.Column<DateTime>(nullable: true),
                LastError = table.Column<string>(maxLength: 2000, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_OutsideDeliveries", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_RetentionRuns",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(maxLength: 64, nullable: false),
                Before = table.Column<DateTime>(nullable: false),
                StartedAt = table.Column<DateTime>(nullable: false),
                EndedAt = table.Column<DateTime>(nullable: true),
                Removed = table.Column<int>(nullable: false),
                IsCutShort = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_RetentionRuns", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_Roles",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(maxLength: 256, nullable: true),
                NormalizedName = table.Column<string>(maxLength: 256, nullable: true),
                ConcurrencyStamp = table.Column<string>(maxLength: 100, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_Roles", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_SearchTokens",
            columns: table => new
            {
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                Token = table.Column<string>(maxLength: 64, nullable: false),
                SubjectId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_SearchTokens", x => new { x.Kind, x.Token, x.SubjectId });
            });

        migrationBuilder.CreateTable(
            name: "Kernel_Settings",
            columns: table => new
            {
                Name = table.Column<string>(maxLength: 200, nullable: false),
                Json = table.Column<string>(maxLength: 16000, nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_Settings", x => x.Name);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_SignInCodes",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Phone = table.Column<string>(maxLength: 20, nullable: false),
                Hash = table.Column<string>(maxLength: 64, nullable: false),
                Source = table.Column<string>(maxLength: 64, nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                ExpiresAt = table.Column<DateTime>(nullable: false),
                Attempts = table.Column<int>(nullable: false),
                UsedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_SignInCodes", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_Timeline",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                SubjectKind = table.Column<string>(maxLength: 32, nullable: false),
                SubjectId = table.Column<Guid>(nullable: false),
                At = table.Column<DateTime>(nullable: false),
                ActorId = table.Column<Guid>(nullable: false),
                ActorKind = table.Column<string>(maxLength: 32, nullable: false),
                Code = table.Column<string>(maxLength: 64, nullable: false),
                Values = table.Column<string>(maxLength: 2000, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_Timeline", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_Users",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                DisplayName = table.Column<string>(maxLength: 200, nullable: false),
                ScopePath = table.Column<string>(maxLength: 300, nullable: true),
                PrincipalIds = table.Column<string>(maxLength: 2000, nullable: true),
                IsActive = table.Column<bool>(nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                UserName = table.Column<string>(maxLength: 256, nullable: true),
                NormalizedUserName = table.Column<string>(maxLength: 256, nullable: true),
                Email = table.Column<string>(maxLength: 256, nullable: true),
                NormalizedEmail = table.Column<string>(maxLength: 256, nullable: true),
                EmailConfirmed = table.Column<bool>(nullable: false),
                PasswordHash = table.Column<string>(maxLength: 500, nullable: true),
                SecurityStamp = table.Column<string>(maxLength: 100, nullable: true),
                ConcurrencyStamp = table.Column<string>(maxLength: 100, nullable: true),
                PhoneNumber = table.Column<string>(maxLength: 20, nullable: true),
                PhoneNumberConfirmed = table.Column<bool>(nullable: false),
                TwoFactorEnabled = table.Column<bool>(nullable: false),
                LockoutEnd = table.Column<DateTimeOffset>(nullable: true),
                LockoutEnabled = table.Column<bool>(nullable: false),
                AccessFailedCount = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_Users", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_AccessGrantPaths",
            columns: table => new
            {
                OrganisationPath = table.Column<string>(maxLength: 300, nullable: false),
                SubjectKind = table.Column<string>(maxLength: 32, nullable: false),
                ListedAt = table.Column<DateTime>(nullable: false),
                SubjectId = table.Column<Guid>(nullable: false),
                GrantId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_AccessGrantPaths", x => new { x.OrganisationPath, x.SubjectKind, x.ListedAt, x.SubjectId, x.GrantId });
                table.ForeignKey("FK_Kernel_AccessGrantPaths_Kernel_AccessGrants_GrantId", x => x.GrantId, "Kernel_AccessGrants", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_OutboxDeliveries",
            columns: table => new
            {
                EventId = table.Column<Guid>(nullable: false),
                Listener = table.Column<string>(maxLength: 200, nullable: false),
                Id = table.Column<Guid>(nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
                Attempts = table.Column<int>(nullable: false),
                NextAttemptAt = table.Column<DateTime>(nullable: false),
                DeliveredAt = table.Column<DateTime>(nullable: true),
                LastError = table.Column<string>(maxLength: 2000, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_OutboxDeliveries", x => new { x.EventId, x.Listener });
                table.ForeignKey("FK_Kernel_OutboxDeliveries_Kernel_OutboxEvents_EventId", x => x.EventId, "Kernel_OutboxEvents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_RoleClaims",
            columns: table => new
            {
                Id = table.Column<int>(nullable: false),
                RoleId = table.Column<Guid>(nullable: false),
                ClaimType = table.Column<string>(maxLength: 200, nullable: true),
                ClaimValue = table.Column<string>(maxLength: 2000, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_RoleClaims", x => x.Id);
                table.ForeignKey("FK_Kernel_RoleClaims_Kernel_Roles_RoleId", x => x.RoleId, "Kernel_Roles", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_RolePermissions",
            columns: table => new
            {
                RoleId = table.Column<Guid>(nullable: false),
                Permission = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_RolePermissions", x => new { x.RoleId, x.Permission });
                table.ForeignKey("FK_Kernel_RolePermissions_Kernel_Roles_RoleId", x => x.RoleId, "Kernel_Roles", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_Sessions",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                UserId = table.Column<Guid>(nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                LastSeenAt = table.Column<DateTime>(nullable: false),
                ExpiresAt = table.Column<DateTime>(nullable: false),
                RevokedAt = table.Column<DateTime>(nullable: true),
                Device = table.Column<string>(maxLength: 200, nullable: false),
                Address = table.Column<string>(maxLength: 64, nullable: false),
                Portal = table.Column<string>(maxLength: 64, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_Sessions", x => x.Id);
                table.ForeignKey("FK_Kernel_Sessions_Kernel_Users_UserId", x => x.UserId, "Kernel_Users", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_UserClaims",
            columns: table => new
            {
                Id = table.Column<int>(nullable: false),
                UserId = table.Column<Guid>(nullable: false),
                ClaimType = table.Column<string>(maxLength: 200, nullable: true),
                ClaimValue = table.Column<string>(maxLength: 2000, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_UserClaims", x => x.Id);
                table.ForeignKey("FK_Kernel_UserClaims_Kernel_Users_UserId", x => x.UserId, "Kernel_Users", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_UserLogins",
            columns: table => new
            {
                LoginProvider = table.Column<string>(maxLength: 128, nullable: false),
                ProviderKey = table.Column<string>(maxLength: 128, nullable: false),
                ProviderDisplayName = table.Column<string>(maxLength: 200, nullable: true),
                UserId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_UserLogins", x => new { x.LoginProvider, x.ProviderKey });
                table.ForeignKey("FK_Kernel_UserLogins_Kernel_Users_UserId", x => x.UserId, "Kernel_Users", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_UserRoles",
            columns: table => new
            {
                UserId = table.Column<Guid>(nullable: false),
                RoleId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_UserRoles", x => new { x.UserId, x.RoleId });
                table.ForeignKey("FK_Kernel_UserRoles_Kernel_Roles_RoleId", x => x.RoleId, "Kernel_Roles", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Kernel_UserRoles_Kernel_Users_UserId", x => x.UserId, "Kernel_Users", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Kernel_UserTokens",
            columns: table => new
            {
                UserId = table.Column<Guid>(nullable: false),
                LoginProvider = table.Column<string>(maxLength: 128, nullable: false),
                Name = table.Column<string>(maxLength: 128, nullable: false),
                Value = table.Column<string>(maxLength: 2000, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Kernel_UserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                table.ForeignKey("FK_Kernel_UserTokens_Kernel_Users_UserId", x => x.UserId, "Kernel_Users", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Kernel_AccessGrantPaths_GrantId", "Kernel_AccessGrantPaths", "GrantId");

        migrationBuilder.CreateIndex("IX_Kernel_AccessGrants_Cause", "Kernel_AccessGrants", "Cause");

        migrationBuilder.CreateIndex("IX_Kernel_AccessGrants_OrganisationPath_SubjectKind_SubjectId", "Kernel_AccessGrants", ["OrganisationPath", "SubjectKind", "SubjectId"]);

        migrationBuilder.CreateIndex("IX_Kernel_AccessGrants_SubjectId_OrganisationPath", "Kernel_AccessGrants", ["SubjectId", "OrganisationPath"]);

        migrationBuilder.CreateIndex("IX_Kernel_Audit_ActorId_At", "Kernel_Audit", ["ActorId", "At"]);

        migrationBuilder.CreateIndex("IX_Kernel_Audit_At_Id", "Kernel_Audit", ["At", "Id"]);

        migrationBuilder.CreateIndex("IX_Kernel_Audit_Command_At_Id", "Kernel_Audit", ["Command", "At", "Id"]);

        migrationBuilder.CreateIndex("IX_Kernel_Files_OwnerId_OwnerKind", "Kernel_Files", ["OwnerId", "OwnerKind"]);

        migrationBuilder.CreateIndex("IX_Kernel_Files_Sha256", "Kernel_Files", "Sha256");

        migrationBuilder.CreateIndex("IX_Kernel_JobRuns_JobId_StartedAt", "Kernel_JobRuns", ["JobId", "StartedAt"]);

        migrationBuilder.CreateIndex("IX_Kernel_JobRuns_StartedAt", "Kernel_JobRuns", "StartedAt");

        migrationBuilder.CreateIndex("IX_Kernel_LongTasks_CreatedAt_Id", "Kernel_LongTasks", ["CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_Kernel_LongTasks_OpenKey", "Kernel_LongTasks", "OpenKey", unique: true);

        migrationBuilder.CreateIndex("IX_Kernel_LongTasks_Phase_CreatedAt", "Kernel_LongTasks", ["Phase", "CreatedAt"]);

        migrationBuilder.CreateIndex("IX_Kernel_LongTasks_StartedBy_CreatedAt", "Kernel_LongTasks", ["StartedBy", "CreatedAt"]);

        migrationBuilder.CreateIndex("IX_Kernel_Operations_At", "Kernel_Operations", "At");

        migrationBuilder.CreateIndex("IX_Kernel_OutboxDeliveries_State_NextAttemptAt", "Kernel_OutboxDeliveries", ["State", "NextAttemptAt"]);

        migrationBuilder.CreateIndex("IX_Kernel_OutsideDeliveries_Kind_SubjectId", "Kernel_OutsideDeliveries", ["Kind", "SubjectId"], unique: true);

        migrationBuilder.CreateIndex("IX_Kernel_OutsideDeliveries_State_CreatedAt_Id", "Kernel_OutsideDeliveries", ["State", "CreatedAt", "Id"]);

        migrationBuilder.CreateIndex("IX_Kernel_OutsideDeliveries_State_NextAttemptAt", "Kernel_OutsideDeliveries", ["State", "NextAttemptAt"]);

        migrationBuilder.CreateIndex("IX_Kernel_RetentionRuns_Kind_StartedAt", "Kernel_RetentionRuns", ["Kind", "StartedAt"]);

        migrationBuilder.CreateIndex("IX_Kernel_RetentionRuns_StartedAt", "Kernel_RetentionRuns", "StartedAt");

        migrationBuilder.CreateIndex("IX_Kernel_RoleClaims_RoleId", "Kernel_RoleClaims", "RoleId");

        migrationBuilder.CreateIndex("RoleNameIndex", "Kernel_Roles", "NormalizedName", unique: true);

        migrationBuilder.CreateIndex("IX_Kernel_SearchTokens_SubjectId_Kind_Token", "Kernel_SearchTokens", ["SubjectId", "Kind", "Token"]);

        migrationBuilder.CreateIndex("IX_Kernel_Sessions_UserId_RevokedAt", "Kernel_Sessions", ["UserId", "RevokedAt"]);

        migrationBuilder.CreateIndex("IX_Kernel_SignInCodes_Phone_CreatedAt", "Kernel_SignInCodes", ["Phone", "CreatedAt"]);

        migrationBuilder.CreateIndex("IX_Kernel_SignInCodes_Source_CreatedAt", "Kernel_SignInCodes", ["Source", "CreatedAt"]);

        migrationBuilder.CreateIndex("IX_Kernel_Timeline_SubjectId_At_Id", "Kernel_Timeline", ["SubjectId", "At", "Id"]);

        migrationBuilder.CreateIndex("IX_Kernel_UserClaims_UserId", "Kernel_UserClaims", "UserId");

        migrationBuilder.CreateIndex("IX_Kernel_UserLogins_UserId", "Kernel_UserLogins", "UserId");

        migrationBuilder.CreateIndex("IX_Kernel_UserRoles_RoleId", "Kernel_UserRoles", "RoleId");

        migrationBuilder.CreateIndex("EmailIndex", "Kernel_Users", "NormalizedEmail");

        migrationBuilder.CreateIndex("IX_Kernel_Users_Kind_PhoneNumber", "Kernel_Users", ["Kind", "PhoneNumber"]);

        migrationBuilder.CreateIndex("UserNameIndex", "Kernel_Users", "NormalizedUserName", unique: true);
    }
}
