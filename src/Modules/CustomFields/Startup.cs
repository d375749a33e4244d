using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.CustomFields.Privacy;
using ServicePlatform.CustomFields.Recipes;
using ServicePlatform.CustomFields.Values;
using ServicePlatform.Fields;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Privacy;
using ServicePlatform.Recipes;
using ServicePlatform.Security;

namespace ServicePlatform.CustomFields;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<ICustomFields, StoredFields>();
        services.AddScoped<IPersonalRecords, FieldPersonalRecords>();
        services.AddScoped<IPersonalColumns, FieldPersonalColumns>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<ISettingsPages, FieldPages>();
        services.AddScoped<IRecipeStep, CustomFieldsStep>();
        services.AddScoped<IRecipeNames, FieldSubjectNames>();
        services.AddScoped<IRecipeExport, CustomFieldsExport>();
    }
}
