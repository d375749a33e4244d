using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Privacy;
using ServicePlatform.Playbooks.Recipes;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Privacy;
using ServicePlatform.Recipes;
using ServicePlatform.Security;

namespace ServicePlatform.Playbooks;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IProcedureReader, ProcedureReader>();

        services.AddScoped<LayerStore>();
        services.AddScoped<OwnerNames>();
        services.AddScoped<StageWords>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<VersionInstaller>();

        services.AddScoped<IPersonalColumns, PlaybooksPersonalColumns>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
        services.AddScoped<IRecipeNames, ProcedureNames>();
        services.AddScoped<IRecipeExport, ProceduresExport>();
        services.AddScoped<IRecipeStep, ProceduresStep>();
    }
}
