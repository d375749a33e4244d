using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Host;

/// <summary>Tells whoever started the host where to go, and in development who may sign in.</summary>
internal sealed class Welcome(IServer server, SiteRegistry registry, IConfiguration configuration, IHostEnvironment environment)
{
    public void Print()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal) ?? "";
        Console.WriteLine();
        Console.WriteLine($"ServicePlatform is ready: {address}");
        foreach (var site in registry.All.OrderBy(site => site.Row.CreatedAt))
        {
            Console.WriteLine($"  {address}/{site.Row.Prefix,-12} {site.Row.Name}{(site.Fault is null ? "" : "  NOT OPEN: " + site.Fault)}");
        }

        if (environment.IsDevelopment())
        {
            foreach (var line in configuration.GetSection("Welcome").Get<string[]>() ?? [])
            {
                Console.WriteLine(line);
            }
        }

        Console.WriteLine();
    }
}
