using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.Devices.Filters;

/// <summary>
/// A filter that stands, or once stood, at a position of a machine. Each change is such a record; together they are the
/// position's chain, walkable both ways. The due date is kept so that lists can filter and sort by it.
/// </summary>
internal sealed class InstalledFilter : Entity
{
    public required Guid MachineId { get; init; }

    public required int Position { get; init; }

    /// <summary>1 for the first at its position; unique, so that two changes at once cannot both follow the same filter.</summary>
    public required int Sequence { get; init; }

    /// <summary>The position while the filter stands there, null afterwards; unique, so that one stands there at a time.</summary>
    public int? CurrentPosition { get; private set; }

    /// <summary>The filter that stood here before.</summary>
    public Guid? PreviousId { get; init; }

    /// <summary>The filter that replaced this one.</summary>
    public Guid? NextId { get; private set; }

    public string PartCode { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? EnglishName { get; private set; }

    public FilterKind Kind { get; private set; }

    public int LifeDays { get; private set; }

    public int? LifeLitres { get; private set; }

    public bool CountsFeedWater { get; private set; }

    public string? Serial { get; init; }

    /// <summary>UTC time of the real change.</summary>
    public required DateTime InstalledAt { get; init; }

    /// <summary>Its day in the site's zone.</summary>
    public required DateOnly InstalledOn { get; init; }

    /// <summary>The visit at which it was put in, or null where it was not one of ours.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? RemovedAt { get; private set; }

    public DateOnly DueOn { get; private set; }

    public string LimitedBy { get; private set; } = LimitCodes.Days;

    public double WaterFactor { get; private set; } = Filters.WaterFactor.Neutral;

    public bool WaterIsMeasured { get; private set; }

    public int DaysLimit { get; private set; }

    public int? LitresLimit { get; private set; }

    public double LitresPerDay { get; private set; }

    /// <summary>Last known share of solids that the membrane holds back.</summary>
    public double? Rejection { get; private set; }

    public FilterSpecification Specification => new(Kind, LifeDays, LifeLitres, CountsFeedWater);

    public bool IsWatched => Membrane.Judge(Rejection) == MembraneFinding.Watch;

    /// <summary>Puts the first filter of a position in.</summary>
    public static InstalledFilter First(Guid machineId, ModelFilter place, FilterChange change) => Put(machineId, place.Position, 1, null, place, change);

    /// <summary>The filter that takes this one's place. The part is the model's; without a model, the same again.</summary>
    public InstalledFilter ReplaceBy(ModelFilter? place, FilterChange change)
    {
        var next = Put(MachineId, Position, Sequence + 1, this, place, change);
        NextId = next.Id;
        RemovedAt = change.At;
        CurrentPosition = null;
        return next;
    }

    /// <summary>Takes over what the model says of this position now.</summary>
    public void Take(ModelFilter place)
    {
        PartCode = place.PartCode;
        Name = place.Name;
        EnglishName = place.EnglishName;
        Kind = place.Kind;
        LifeDays = place.LifeDays;
        LifeLitres = place.LifeLitres;
        CountsFeedWater = place.CountsFeedWater;
    }

    public void SetDue(FilterDue due, FilterFacts facts)
    {
        DueOn = due.DueOn;
        LimitedBy = due.LimitedBy;
        WaterFactor = due.WaterFactor;
        WaterIsMeasured = facts.Hardness is not null;
        DaysLimit = due.DaysLimit;
        LitresLimit = due.LitresLimit;
        LitresPerDay = facts.LitresPerDay;
        Rejection = due.Rejection;
    }

    private static InstalledFilter Put(Guid machineId, int position, int sequence, InstalledFilter? previous, ModelFilter? place, FilterChange change)
    {
        var filter = new InstalledFilter
        {
            MachineId = machineId,
            Position = position,
            Sequence = sequence,
            PreviousId = previous?.Id,
            CurrentPosition = position,
            Serial = change.Serial,
            InstalledAt = change.At,
            InstalledOn = change.On,
            VisitId = change.VisitId,
            DueOn = change.On,
        };
        if (place is not null)
        {
            filter.Take(place);
        }
        else if (previous is not null)
        {
            filter.TakeFrom(previous);
        }

        return filter;
    }

    private void TakeFrom(InstalledFilter previous)
    {
        PartCode = previous.PartCode;
        Name = previous.Name;
        EnglishName = previous.EnglishName;
        Kind = previous.Kind;
        LifeDays = previous.LifeDays;
        LifeLitres = previous.LifeLitres;
        CountsFeedWater = previous.CountsFeedWater;
    }
}

/// <param name="At">UTC time of the real change.</param>
/// <param name="On">Its day in the site's zone.</param>
internal sealed record FilterChange(string? Serial, Guid? VisitId, DateTime At, DateOnly On);
