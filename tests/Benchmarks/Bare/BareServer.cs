using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;

namespace ServicePlatform.Benchmarks.Bare;

/// <summary>
/// The yardstick: controllers with views, Identity with its Entity Framework store, cookie sign-in, one layout, and nothing else, on the
/// site's own SQLite file. An account is looked up as often as the product looks up a session.
/// </summary>
internal static class BareServer
{
    private static readonly TimeSpan AccountIsGoodFor = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "ServicePlatform.Benchmarks",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Benchmark",
        });
        builder.WebHost.UseSetting(WebHostDefaults.StaticWebAssetsKey, Path.Combine(AppContext.BaseDirectory, "ServicePlatform.Host.staticwebassets.runtime.json"));
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<BareDb>(options => options.UseSqlite($"Data Source={database};Default Timeout=30"));
        builder.Services.AddIdentity<IdentityUser<Guid>, IdentityRole<Guid>>().AddEntityFrameworkStores<BareDb>();
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = AccountIsGoodFor);
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddControllersWithViews();
        var app = builder.Build();
        app.UsePathBase("/bench");
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        await app.StartAsync();
        Console.WriteLine($"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/bench");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }
}
