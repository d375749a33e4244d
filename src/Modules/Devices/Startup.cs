using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;
using ServicePlatform.Devices.Privacy;
using ServicePlatform.Devices.Readings;
using ServicePlatform.Devices.Recipes;
using ServicePlatform.Devices.Screens;
using ServicePlatform.Fields;
using ServicePlatform.Files;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Privacy;
using ServicePlatform.Recipes;
using ServicePlatform.Search;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.Devices;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IMachineReader, MachineReader>();
        services.AddScoped<IModelReader, ModelReader>();
        services.AddScoped<IModelCatalogue, ModelReader>();

        services.AddScoped<IPersonalRecords, DevicesPersonalRecords>();
        services.AddScoped<ImportText>();
        services.AddScoped<IRetention, ImportRetention>();
        services.AddScoped<ICustomerPurpose, MachinePurpose>();
        services.AddScoped<IAuditThings, MachineThings>();
        services.AddScoped<IPersonalSubjects, DevicesPersonalRecords>();
        services.AddScoped<IPersonalColumns, DevicesPersonalColumns>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<IHomePage, DemandHome>();
        services.AddScoped<INavigationProvider, Navigation>();
        services.AddScoped<ISearchSource, MachineSearch>();
        services.AddScoped<ICustomFieldSubject, MachineFields>();
        services.AddScoped<ICustomerCard, MachineCard>();
        services.AddScoped<IProductCategories, ProductCategories>();
        services.AddScoped<IRecipeNames, CategoryNames>();
        services.AddScoped<IRecipeExport, DevicesExport>();
        services.AddScoped<IRecipeStep, CategoriesStep>();
        services.AddScoped<IRecipeStep, ModelsStep>();

        services.AddScoped<SiteDays>();
        services.AddScoped<Catalogue>();
        services.AddScoped<MachineRules>();
        services.AddScoped<MachineGrants>();
        services.AddScoped<MachineIndex>();
        services.AddScoped<MachineSummaries>();
        services.AddScoped<MachineAddresses>();
        services.AddScoped<MachineFormChoices>();
        services.AddScoped<FilterWords>();
        services.AddScoped<FilterChain>();
        services.AddScoped<FilterChangeEffects>();
        services.AddScoped<DueDates>();
        services.AddScoped<ReadingLog>();
        services.AddScoped<WaterReadings>();

        services.AddScoped<IFileAccess, ImportFileAccess>();
        services.AddScoped<LongTask, ImportTask>();
        services.AddScoped<ImportFields>();
        services.AddScoped<Exports.ExportTable>();
        services.AddScoped<ImportChecker>();
        services.AddScoped<ImportWriter>();
        services.AddScoped<KnownThingsReader>();
        services.AddScoped<ProblemFile>();
    }
}
