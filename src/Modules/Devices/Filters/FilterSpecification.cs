using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Filters;

/// <summary>The lives of the part at one position, as the model states them.</summary>
internal sealed record FilterSpecification(FilterKind Kind, int LifeDays, int? LifeLitres, bool CountsFeedWater);
