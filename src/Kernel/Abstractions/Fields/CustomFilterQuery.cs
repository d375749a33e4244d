using Microsoft.AspNetCore.Http;

namespace ServicePlatform.Fields;

public static class CustomFilterQuery
{
    /// <summary>The filters on custom fields in the address of a list.</summary>
    public static IReadOnlyList<CustomFilter> CustomFilters(this HttpRequest request) =>
        CustomFilter.Of(request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
}
