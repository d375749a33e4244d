using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Messaging.Codes;
using ServicePlatform.Messaging.Consents;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Privacy;
using ServicePlatform.Messaging.Providers;
using ServicePlatform.Messaging.Recipes;
using ServicePlatform.Messaging.Screens;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Outside;
using ServicePlatform.Privacy;
using ServicePlatform.Recipes;
using ServicePlatform.Security;

namespace ServicePlatform.Messaging;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IMarketingConsents, MarketingConsents>();
        services.AddScoped<ISignInCodeSender, SignInCodeSender>();
        services.AddScoped<IPersonalRecords, MessagingPersonalRecords>();
        services.AddScoped<IRetention, MessageRetention>();
        services.AddScoped<IPersonalColumns, MessagingPersonalColumns>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
        services.AddScoped<IMessageProvider, SmsProvider>();
        services.AddScoped<IEmailSender, SmtpEmail>();
        services.AddScoped<OutsideDelivery, MessageDelivery>();
        services.AddScoped<ISettingsPages, ProviderPages>();
        services.AddScoped<IRecipeStep, MessageTemplatesStep>();
        services.AddScoped<IRecipeExport, TemplatesExport>();

        services.AddScoped<MessageComposer>();
        services.AddScoped<PeaceKeeper>();
        services.AddSingleton<SmsGateway>();
        services.AddScoped<SmsProvider>();
        services.AddScoped<SmtpEmail>();
        services.AddScoped<TemplatePreview>();
    }
}
