using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ServicePlatform.Data.Identity;

internal static class IdentityTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SiteUser>(user =>
        {
            user.ToTable("Kernel_Users");
            user.Property(u => u.DisplayName).HasMaxLength(Lengths.Name);
            user.Property(u => u.ScopePath).HasMaxLength(Lengths.Path);
            user.Property(u => u.PrincipalIds).HasMaxLength(Lengths.Text);
            user.Property(u => u.PhoneNumber).HasMaxLength(Lengths.Phone);
            user.Property(u => u.PasswordHash).HasMaxLength(500);
            user.Property(u => u.SecurityStamp).HasMaxLength(100);
            user.Property(u => u.ConcurrencyStamp).HasMaxLength(100);
            user.Ignore(u => u.Principals);
            user.HasIndex(u => new { u.Kind, u.PhoneNumber });
        });
        model.Entity<SiteRole>(role =>
        {
            role.ToTable("Kernel_Roles");
            role.Property(r => r.ConcurrencyStamp).HasMaxLength(100);
        });
        model.Entity<IdentityUserRole<Guid>>().ToTable("Kernel_UserRoles");
        model.Entity<IdentityUserClaim<Guid>>(claim =>
        {
            claim.ToTable("Kernel_UserClaims");

            // Claims are not used; a key that no database generates keeps the migration the same everywhere.
            claim.Property(c => c.Id).ValueGeneratedNever();
            claim.Property(c => c.ClaimType).HasMaxLength(Lengths.Name);
            claim.Property(c => c.ClaimValue).HasMaxLength(Lengths.Text);
        });
        model.Entity<IdentityRoleClaim<Guid>>(claim =>
        {
            claim.ToTable("Kernel_RoleClaims");
            claim.Property(c => c.Id).ValueGeneratedNever();
            claim.Property(c => c.ClaimType).HasMaxLength(Lengths.Name);
            claim.Property(c => c.ClaimValue).HasMaxLength(Lengths.Text);
        });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("Kernel_UserLogins");
            login.Property(l => l.LoginProvider).HasMaxLength(128);
            login.Property(l => l.ProviderKey).HasMaxLength(128);
            login.Property(l => l.ProviderDisplayName).HasMaxLength(Lengths.Name);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("Kernel_UserTokens");
            token.Property(t => t.LoginProvider).HasMaxLength(128);
            token.Property(t => t.Name).HasMaxLength(128);
            token.Property(t => t.Value).HasMaxLength(Lengths.Text);
        });
        model.Entity<RolePermission>(row =>
        {
            row.ToTable("Kernel_RolePermissions");
            row.HasKey(r => new { r.RoleId, r.Permission });
            row.Property(r => r.Permission).HasMaxLength(Lengths.Code);
            row.HasOne<SiteRole>().WithMany().HasForeignKey(r => r.RoleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<UserSession>(session =>
        {
            session.ToTable("Kernel_Sessions");
            session.Property(s => s.Device).HasMaxLength(Lengths.Name);
            session.Property(s => s.Address).HasMaxLength(64);
            session.Property(s => s.Portal).HasMaxLength(Lengths.Code);
            session.HasIndex(s => new { s.UserId, s.RevokedAt });
            session.HasOne<SiteUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SignInCode>(code =>
        {
            code.ToTable("Kernel_SignInCodes");
            code.Property(c => c.Phone).HasMaxLength(Lengths.Phone);
            code.Property(c => c.Hash).HasMaxLength(64);
            code.Property(c => c.Source).HasMaxLength(64);
            code.HasIndex(c => new { c.Phone, c.CreatedAt });
            code.HasIndex(c => new { c.Source, c.CreatedAt });
        });
    }
}
