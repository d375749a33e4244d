using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;

namespace ServicePlatform.Devices.Models;

/// <summary>A place for a filter in a model. Position 1 is where the water enters.</summary>
internal sealed class ModelFilter : Entity
{
    public Guid ModelId { get; init; }

    public int Position { get; init; }

    public string PartCode { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? EnglishName { get; private set; }

    public FilterKind Kind { get; private set; }

    public int LifeDays { get; private set; }

    public int? LifeLitres { get; private set; }

    public bool CountsFeedWater { get; private set; }

    public int FlushMinutes { get; private set; }

    public FilterSpecification Specification => new(Kind, LifeDays, LifeLitres, CountsFeedWater);

    /// <summary>True where part, name or lives changed.</summary>
    public bool Set(ModelFilterInput input)
    {
        var before = (PartCode, Name, EnglishName, Specification);
        PartCode = input.PartCode;
        Name = input.Name;
        EnglishName = input.EnglishName;
        Kind = input.Kind;
        LifeDays = input.LifeDays;
        LifeLitres = input.LifeLitres;
        CountsFeedWater = input.CountsFeedWater;
        FlushMinutes = input.FlushMinutes;
        return before != (PartCode, Name, EnglishName, Specification);
    }

    public FilterPosition ToPosition() =>
        new(Position, PartCode, LocalName.Of(Name, EnglishName), Kind, LifeDays, LifeLitres, CountsFeedWater, FlushMinutes);
}

internal sealed record ModelFilterInput(
    int Position,
    string PartCode,
    string Name,
    string? EnglishName,
    FilterKind Kind,
    int LifeDays,
    int? LifeLitres,
    bool CountsFeedWater,
    int FlushMinutes);
