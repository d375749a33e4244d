using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Accounts.Audit;
using ServicePlatform.Accounts.Errors;
using ServicePlatform.Accounts.People;
using ServicePlatform.Accounts.Recipes;
using ServicePlatform.Accounts.Roles;
using ServicePlatform.Accounts.Settings;
using ServicePlatform.Accounts.Settings.Recipe;
using ServicePlatform.Accounts.SignIn;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Recipes;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

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

        services.AddScoped<AuditReader>();
        services.AddScoped<AuditWords>();
        services.AddScoped<LongTask, RecipeTask>();
        services.AddScoped<RolePermissions>();
        services.AddScoped<IRecipeStep, RolesStep>();
        services.AddScoped<IRecipeStep, CalendarStep>();
        services.AddScoped<IRecipeStep, LimitsStep>();
        services.AddScoped<IRecipeStep, LookStep>();
        services.AddScoped<IRecipeExport, SettingsExport>();
        services.AddScoped<IRecipeExport, RolesExport>();

        services.AddScoped<ISettingsPages, SettingsPages>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
    }
}
