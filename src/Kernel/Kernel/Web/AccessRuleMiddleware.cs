using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Kernel.Web;

/// <summary>Applies the access rule that each endpoint declares; an endpoint without one is closed.</summary>
internal sealed class AccessRuleMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null)
        {
            await next(context);
            return;
        }

        context.Features.Get<AskedRoute>()?.Meet(endpoint);
        var rule = endpoint.Metadata.GetMetadata<AccessRuleAttribute>();
        var actor = context.RequestServices.GetRequiredService<ActorContext>().Current;
        if (context.Features.Get<FailureFeature>() is { } fault && rule is not EverybodyAttribute)
        {
            context.Response.StatusCode = FailureStatus.Of(fault.Failure.Kind);
        }
        else if (rule is not null && rule.Allows(actor))
        {
            await next(context);
        }
        else if (actor.Kind == ActorKind.Anonymous && WantsPage(context))
        {
            await context.ChallengeAsync(SignInScheme.Name);
        }
        else
        {
            context.Response.StatusCode = actor.Kind == ActorKind.Anonymous ? 401 : 403;
        }
    }

    private static bool WantsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && !context.Request.Headers.ContainsKey("HX-Request")
        && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
