using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contacts;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Crm.Greetings;
using ServicePlatform.Crm.Households;
using ServicePlatform.Crm.Pasting;
using ServicePlatform.Crm.Privacy;
using ServicePlatform.Crm.Recipes;
using ServicePlatform.Crm.Search;
using ServicePlatform.Fields;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Privacy;
using ServicePlatform.Recipes;
using ServicePlatform.Scheduling;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Crm;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<ICustomerReader, CustomerReader>();
        services.AddScoped<ICustomerDirectory, CustomerDirectory>();
        services.AddScoped<ICompoundReader, CompoundReader>();
        services.AddScoped<IHouseholdReader, HouseholdReader>();
        services.AddScoped<CustomerContacts>();
        services.AddScoped<ICustomerContacts>(provider => provider.GetRequiredService<CustomerContacts>());

        services.AddSingleton(_ => Surnames.Load());
        services.AddScoped<Greeter>();
        services.AddScoped<AddressReader>();
        services.AddScoped<AddressWriter>();
        services.AddScoped<CustomerAddresses>();
        services.AddScoped<CompoundBook>();
        services.AddScoped<ContactPrivacy>();

        services.AddScoped<IPersonalRecords, CrmPersonalRecords>();
        services.AddScoped<CustomerEraser>();
        services.AddScoped<ILegalHolds, LegalHolds>();
        services.AddScoped<IRetention, CustomerRetention>();
        services.AddScoped<IAuditThings, CustomerThings>();
        services.AddScoped<IPersonalColumns, CrmPersonalColumns>();
        services.AddScoped<IRecurringJob, ErasuresJob>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
        services.AddScoped<ISearchSource, CustomerSearch>();
        services.AddScoped<IRecipeStep, CompoundsStep>();
        services.AddScoped<ICustomFieldSubject, CustomerFields>();
        services.AddScoped<IRecipeExport, CompoundsExport>();
    }
}
