using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ServicePlatform.Ui;

/// <summary>Addresses of the current list with one choice changed; the place in the list is forgotten.</summary>
public static class QueryText
{
    /// <param name="value">New value, or null to leave the choice out.</param>
    public static string With(HttpRequest request, string name, string? value)
    {
        var query = new QueryBuilder(request.Query.Where(pair => !IsPlace(pair.Key) && !string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)));
        if (!string.IsNullOrEmpty(value))
        {
            query.Add(name, value);
        }

        return request.PathBase + request.Path + query.ToQueryString();
    }

    /// <summary>The list without these choices.</summary>
    public static string Without(HttpRequest request, params IReadOnlyCollection<string> names) =>
        request.PathBase + request.Path + new QueryBuilder(request.Query.Where(pair => !IsPlace(pair.Key) && !names.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))).ToQueryString();

    private static bool IsPlace(string key) => key is "after" or "before" or "place" or "back";
}
