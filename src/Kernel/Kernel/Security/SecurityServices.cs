using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Security;

internal static class SecurityServices
{
    public static void AddSecurity(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddSingleton<SiteDataProtection>();
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(provider => provider.GetRequiredService<SiteDataProtection>()));
        services.AddScoped<ISecrets, SiteSecrets>();
        services.AddIdentityCore<SiteUser>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireDigit = false;
                options.Password.RequiredUniqueChars = 4;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._+@";
            })
            .AddRoles<SiteRole>()
            .AddEntityFrameworkStores<SiteDbContext>();
        services.AddAuthentication(SignInScheme.Name).AddCookie(SignInScheme.Name, SignInScheme.Configure);
        services.AddScoped<ActorLoader>();
        services.AddScoped<RoleSeeder>();
        services.AddScoped(provider => new SessionStore(
            provider.GetRequiredService<SiteDbContext>(),
            provider.GetRequiredService<SiteContext>(),
            provider.GetRequiredService<ActorLoader>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<SessionStore>>()));
        services.AddScoped<ISiteAccounts, SiteAccounts>();
    }
}
