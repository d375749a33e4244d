using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Accounts.Errors;
using ServicePlatform.Accounts.SignIn;
using ServicePlatform.Modules;

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
    }
}
