using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Health;

/// <summary>What <c>/health/ready</c> says: one word to everybody, the parts as JSON to who knows the key. No part says more than its state.</summary>
public static class HealthAnswer
{
    /// <summary>Header that carries <see cref="PlatformOptions.HealthKey"/>.</summary>
    public const string KeyHeader = "X-Health-Key";

    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (KnowsKey(context))
        {
            return WritePartsAsync(context, report);
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(report.Status.ToString());
    }

    /// <summary>All parts, for an operator.</summary>
    public static Task WritePartsAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        parts = report.Entries.Select(entry => new
        {
            name = entry.Key,
            status = entry.Value.Status.ToString(),
            says = entry.Value.Description,
            milliseconds = (long)entry.Value.Duration.TotalMilliseconds,
            details = entry.Value.Data,
        }),
    });

    private static bool KnowsKey(HttpContext context)
    {
        var key = context.RequestServices.GetRequiredService<IOptions<PlatformOptions>>().Value.HealthKey;
        return key.Length > 0
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers[KeyHeader].ToString())));
    }
}
