using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.Devices.Screens;

/// <summary>One filter position as typed.</summary>
internal sealed class FilterRow
{
    public int? Position { get; set; }

    public string? PartCode { get; set; }

    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    public FilterKind Kind { get; set; }

    public int? LifeDays { get; set; }

    public int? LifeLitres { get; set; }

    public bool CountsFeedWater { get; set; }

    public int? FlushMinutes { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(PartCode) && string.IsNullOrWhiteSpace(Name) && LifeDays is null;

    public static FilterRow Of(ModelFilter filter) => new()
    {
        Position = filter.Position,
        PartCode = filter.PartCode,
        Name = filter.Name,
        EnglishName = filter.EnglishName,
        Kind = filter.Kind,
        LifeDays = filter.LifeDays,
        LifeLitres = filter.LifeLitres,
        CountsFeedWater = filter.CountsFeedWater,
        FlushMinutes = filter.FlushMinutes,
    };

    public ModelFilterInput ToInput() =>
        new(Position ?? 0, PartCode ?? "", Name ?? "", EnglishName, Kind, LifeDays ?? 0, LifeLitres, CountsFeedWater, FlushMinutes ?? 0);
}
