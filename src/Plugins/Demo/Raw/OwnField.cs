using ServicePlatform.Fields;

namespace ServicePlatform.Demo.Raw;

/// <summary>A field that the site has added to its customers, machines or jobs.</summary>
/// <param name="Of">Kind of thing: <c>customer</c>.</param>
/// <param name="Principal">The only brand whose things have it; null for all.</param>
/// <param name="Filled">How many of a hundred things have a value, where there is one to tell.</param>
internal sealed record OwnField(string Of, string Code, CustomFieldType Type, int Filled, string? Principal = null);
