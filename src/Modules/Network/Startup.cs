using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Divisions;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Network.Portals;
using ServicePlatform.Network.Principals;
using ServicePlatform.Network.Privacy;
using ServicePlatform.Network.Recipes;
using ServicePlatform.Network.Search;
using ServicePlatform.Network.Technicians;
using ServicePlatform.Privacy;
using ServicePlatform.Recipes;
using ServicePlatform.Search;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(_ => DivisionTable.Load());
        services.AddScoped<IDivisions, DivisionDirectory>();
        services.AddScoped<IOrganisationReader, OrganisationReader>();
        services.AddScoped<IPrincipalReader, PrincipalReader>();
        services.AddScoped<ITechnicianReader, TechnicianReader>();
        services.AddScoped<IServiceAreas, ServiceAreas>();
        services.AddScoped<ITimelineNames, DivisionTimelineNames>();
        services.AddScoped<ISkillNames, SkillNames>();
        services.AddScoped<IPortalDirectory, PortalDirectory>();
        services.AddScoped<IScopeDirectory, ScopeDirectory>();
        services.AddScoped<IPrincipalNames, PrincipalNames>();

        services.AddScoped<NetworkReach>();
        services.AddScoped<WorkInHand>();
        services.AddScoped<ServedPrincipals>();
        services.AddScoped<AreaLimits>();
        services.AddScoped<EditableAreas>();
        services.AddScoped<TechnicianAccounts>();

        services.AddScoped<IAuditThings, NetworkThings>();
        services.AddScoped<IPersonalColumns, NetworkPersonalColumns>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<IHomePage, TechniciansHome>();
        services.AddScoped<INavigationProvider, Navigation>();
        services.AddScoped<ISearchSource, OrganisationSearch>();
        services.AddScoped<ISearchSource, TechnicianSearch>();
        services.AddScoped<IRecipeNames, KnownPrincipals>();
        services.AddScoped<IRecipeNames, KnownOrganisations>();
        services.AddScoped<IRecipeExport, NetworkExport>();
        services.AddScoped<IRecipeStep, PrincipalsStep>();
        services.AddScoped<IRecipeStep, OrganisationsStep>();
        services.AddScoped<IRecipeStep, TechniciansStep>();
        services.AddScoped<IRecipeStep, AccountsStep>();
    }
}
