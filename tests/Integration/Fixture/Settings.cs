using Microsoft.AspNetCore.Hosting;

namespace ServicePlatform.IntegrationTests.Fixture;

internal static class Settings
{
    public static IWebHostBuilder UseSettings(this IWebHostBuilder host, IEnumerable<KeyValuePair<string, string>> settings)
    {
        foreach (var (name, value) in settings)
        {
            host.UseSetting(name, value);
        }

        return host;
    }
}
