using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Web;

/// <summary>Limits per site and address on what an attacker would repeat. A phone has its own limits besides, see the sign-in.</summary>
public static class RateLimits
{
    /// <summary>Sign-in attempts and codes from one address, see <see cref="PlatformOptions.SignInsPerMinute"/>.</summary>
    public const string SignIn = "sign-in";

    internal static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            var failure = Failure.TooMany("kernel.too-many-attempts") with { RetryAfter = TimeSpan.FromMinutes(1) };
            failure.Announce(context.HttpContext.Response);
            context.HttpContext.Features.Set(new FailureFeature(failure));
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignIn, context => RateLimitPartition.GetSlidingWindowLimiter(
            Key(context),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = Math.Max(1, context.RequestServices.GetRequiredService<IOptions<PlatformOptions>>().Value.SignInsPerMinute), Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
    }

    private static string Key(HttpContext context) =>
        context.RequestServices.GetRequiredService<SiteContext>().Id + "|" + context.Connection.RemoteIpAddress;
}
