using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Accounts.Errors;
using ServicePlatform.Accounts.People;
using ServicePlatform.Accounts.Roles;
using ServicePlatform.Accounts.Settings;
using ServicePlatform.Accounts.SignIn;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<PhoneTurns>();
        services.AddSingleton<NobodysAccount>();
        services.AddScoped<ErrorWords>();
        services.AddScoped<ReturnPlace>();
        services.AddScoped<StaffSignIn>();
        services.AddScoped<CodeHash>();
        services.AddScoped<PhoneSignIn>();
        services.AddScoped<AccountReach>();
        services.AddScoped<SiteRoles>();
        services.AddScoped<PermissionGroups>();
        services.AddScoped<SettingsChoices>();
        services.AddScoped<FeatureBoard>();

        services.AddScoped<ISettingsPages, SettingsPages>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
    }
}
