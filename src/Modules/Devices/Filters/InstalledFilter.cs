using System.Globalization;
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

    /// <summary>The position while the filter stands there, null afterwards.</summary>
    public int? CurrentPosition
    {
        get;
        private set
        {
            field = value;
            PlaceKey = value?.ToString(CultureInfo.InvariantCulture) ?? Id.ToString("N");
        }
    }

    /// <summary>The position, or a stand-in once the filter has left it; unique, so that one filter stands at a position at a time.</summary>
    public string PlaceKey { get; private set; } = "";

    /// <summary>The filter that stood here before.</summary>
    public Guid? PreviousId { get; private set; }

    /// <summary>The filter that replaced this one.</summary>
    public Guid? NextId { get; private set; }

    public string PartCode { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? EnglishName { get; private set; }

    public FilterKind Kind { get; private set; }

    public int LifeDays { get; private set; }

    public int? LifeLitres { get; private set; }

    public bool CountsFeedWater { get; private set; }

    public string? Serial { get; private set; }

    /// <summary>UTC time of the real change; unique at a position, and its order.</summary>
    public required DateTime InstalledAt { get; set; }

    /// <summary>Its day in the site's zone.</summary>
    public required DateOnly InstalledOn { get; set; }

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
    public static InstalledFilter First(Guid machineId, ModelFilter place, FilterChange change)
    {
        var filter = Put(machineId, place.Position, change);
        filter.Take(place);
        filter.CurrentPosition = place.Position;
        return filter;
    }

    /// <summary>The filter that takes this one's place. The part is the model's; without a model, the same again.</summary>
    public InstalledFilter ReplaceBy(ModelFilter? place, FilterChange change)
    {
        var next = Follow(place, change);
        next.CurrentPosition = Position;
        CurrentPosition = null;
        return next;
    }

    /// <summary>A change that we learn of late: it lies between this filter and the one that was thought to have followed it.</summary>
    public InstalledFilter InsertBefore(InstalledFilter following, ModelFilter? place, FilterChange change)
    {
        var between = Follow(place, change);
        between.Precede(following);
        return between;
    }

    /// <summary>A filter that turns out to have stood here before the first known one.</summary>
    public static InstalledFilter Before(InstalledFilter first, ModelFilter? place, FilterChange change)
    {
        var earlier = Put(first.MachineId, first.Position, change);
        earlier.Take(place, first);
        earlier.Precede(first);
        return earlier;
    }

    /// <summary>Adds the serial of a filter that was put in without one.</summary>
    public void NoteSerial(string? serial) => Serial ??= serial;

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

    /// <summary>The machine turns out not to have this position.</summary>
    public void GiveUp(DateTime at) => (CurrentPosition, RemovedAt) = (null, at < InstalledAt ? InstalledAt : at);

    /// <summary>The machine has the position after all, and what stood there last stands there.</summary>
    public void PutBack(ModelFilter place)
    {
        (CurrentPosition, RemovedAt) = (Position, null);
        Take(place);
    }

    /// <summary>The day on which it was put in was wrong.</summary>
    public void MoveTo(DateTime at, DateOnly on) => (InstalledAt, InstalledOn) = (at, on);

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

    private static InstalledFilter Put(Guid machineId, int position, FilterChange change) => new()
    {
        MachineId = machineId,
        Position = position,
        Serial = change.Serial,
        InstalledAt = change.At,
        InstalledOn = change.On,
        VisitId = change.VisitId,
        DueOn = change.On,
        CurrentPosition = null,
    };

    private InstalledFilter Follow(ModelFilter? place, FilterChange change)
    {
        var next = Put(MachineId, Position, change);
        next.Take(place, this);
        next.PreviousId = Id;
        NextId = next.Id;
        RemovedAt = change.At;
        return next;
    }

    private void Precede(InstalledFilter following)
    {
        NextId = following.Id;
        RemovedAt = following.InstalledAt;
        following.PreviousId = Id;
    }

    private void Take(ModelFilter? place, InstalledFilter neighbour)
    {
        if (place is not null)
        {
            Take(place);
            return;
        }

        PartCode = neighbour.PartCode;
        Name = neighbour.Name;
        EnglishName = neighbour.EnglishName;
        Kind = neighbour.Kind;
        LifeDays = neighbour.LifeDays;
        LifeLitres = neighbour.LifeLitres;
        CountsFeedWater = neighbour.CountsFeedWater;
    }
}

/// <param name="At">UTC time of the real change.</param>
/// <param name="On">Its day in the site's zone.</param>
internal sealed record FilterChange(string? Serial, Guid? VisitId, DateTime At, DateOnly On);
