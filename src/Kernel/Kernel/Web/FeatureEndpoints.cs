using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Web;

/// <summary>The feature that an endpoint belongs to.</summary>
public sealed record EndpointFeature(string Id);

/// <summary>Hides endpoints of features that are off in the site: they answer 404, as if they were not there.</summary>
internal sealed class FeatureMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => -1000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<EndpointFeature>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var site = httpContext.RequestServices.GetRequiredService<SiteContext>();
        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates[index].Endpoint.Metadata.GetMetadata<EndpointFeature>() is { } feature && !site.IsEnabled(feature.Id))
            {
                candidates.SetValidity(index, false);
            }
        }

        return Task.CompletedTask;
    }
}

/// <summary>Marks every controller with the feature of its module.</summary>
internal sealed class FeatureConvention(ModuleCatalog catalog) : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        if (catalog.FeatureOf(controller.ControllerType) is not { } feature)
        {
            return;
        }

        foreach (var selector in controller.Actions.SelectMany(action => action.Selectors).Concat(controller.Selectors))
        {
            selector.EndpointMetadata.Add(new EndpointFeature(feature));
        }
    }
}

/// <summary>Finds the controllers of modules, which are internal.</summary>
internal sealed class InternalControllers(ModuleCatalog catalog) : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) =>
        typeInfo is { IsAbstract: false, IsClass: true, ContainsGenericParameters: false }
        && typeInfo.IsSubclassOf(typeof(ControllerBase))
        && catalog.ModuleOf(typeInfo.Assembly) is not null;
}
