using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <param name="Pattern">Below the site, without the slash before it.</param>
/// <param name="Fields">Names under which the endpoint binds values of the query or the form.</param>
internal sealed record Route(string Method, string Pattern, IReadOnlyList<RoutePatternParameterPart> Parameters, IReadOnlyList<Field> Fields, AccessRuleAttribute? Rule)
{
    public bool IsRead => Method is "GET" or "HEAD";

    /// <summary>The address with values in place of parameters, which are put in as they are.</summary>
    public string With(Func<string, string> value) =>
        Parameters.Aggregate(Pattern, (path, parameter) => path.Replace(Placeholder(path, parameter.Name), value(parameter.Name), StringComparison.Ordinal));

    private static string Placeholder(string path, string name)
    {
        var start = path.IndexOf("{" + name, StringComparison.Ordinal);
        var depth = 0;
        for (var index = start; ; index++)
        {
            depth += path[index] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return path[start..(index + 1)];
            }
        }
    }
}

/// <summary>One value that an endpoint binds.</summary>
internal sealed record Field(string Name, Type Type)
{
    public bool IsFile => typeof(IFormFile).IsAssignableFrom(Type);

    public bool IsText => Type == typeof(string);
}

/// <summary>Every endpoint of the product, as the host itself lists them.</summary>
internal static class Routes
{
    private const int Depth = 3;

    public static IReadOnlyList<Route> Of(IServiceProvider services) =>
        services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => !(endpoint.RoutePattern.RawText ?? "").TrimStart('/').StartsWith("api/broken", StringComparison.Ordinal))
            .SelectMany(endpoint => Methods(endpoint).Select(method => new Route(
                method,
                (endpoint.RoutePattern.RawText ?? "").TrimStart('/'),
                endpoint.RoutePattern.Parameters,
                Fields(endpoint).DistinctBy(field => field.Name).ToList(),
                endpoint.Metadata.GetMetadata<AccessRuleAttribute>())))
            .DistinctBy(route => (route.Method, route.Pattern))
            .OrderBy(route => route.Pattern, StringComparer.Ordinal)
            .ThenBy(route => route.Method, StringComparer.Ordinal)
            .ToList();

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    private static IEnumerable<Field> Fields(RouteEndpoint endpoint)
    {
        var inPath = endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.Parameters ?? [])
            .Where(parameter => !inPath.Contains(parameter.Name) && parameter.BindingInfo?.BindingSource?.Id is not ("Services" or "Special"))
            .SelectMany(Fields);
    }

    private static IEnumerable<Field> Fields(ParameterDescriptor parameter) =>
        IsSimple(parameter.ParameterType)
            ? [new Field(parameter.Name, parameter.ParameterType)]
            : Below(parameter.BindingInfo?.BinderModelName is { Length: > 0 } prefix ? prefix + "." : "", parameter.ParameterType, Depth);

    private static IEnumerable<Field> Below(string prefix, Type type, int depth)
    {
        foreach (var property in depth == 0 ? [] : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var name = prefix + property.Name;
            if (IsSimple(property.PropertyType))
            {
                yield return new Field(name, property.PropertyType);
            }
            else if (ItemOf(property.PropertyType) is { } item)
            {
                foreach (var field in IsSimple(item) ? [new Field(name + "[0]", item), new Field(name, item)] : Below(name + "[0].", item, depth - 1))
                {
                    yield return field;
                }
            }
            else if (property.PropertyType.Assembly.GetName().Name!.StartsWith("ServicePlatform", StringComparison.Ordinal))
            {
                foreach (var field in Below(name + ".", property.PropertyType, depth - 1))
                {
                    yield return field;
                }
            }
        }
    }

    private static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[^1] : null;

    private static bool IsSimple(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(Guid) || plain == typeof(DateTime) || plain == typeof(DateTimeOffset)
            || plain == typeof(DateOnly) || plain == typeof(TimeOnly) || plain == typeof(decimal) || typeof(IFormFile).IsAssignableFrom(plain);
    }
}
