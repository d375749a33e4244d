namespace ServicePlatform.Demo.Planning;

/// <summary>Two hours of a technician's day, local.</summary>
internal readonly record struct Slot(DateOnly Day, int Index)
{
    public static IReadOnlyList<int> Starts { get; } = [8, 10, 13, 15, 17];

    public int StartHour => Starts[Index];

    public DateTime From(WorkingTime time) => time.Utc(Day, StartHour);

    public DateTime Until(WorkingTime time) => time.Utc(Day, StartHour + 2);

    public Slot Next => Index + 1 < Starts.Count ? this with { Index = Index + 1 } : new Slot(Day.AddDays(1), 0);

    public Slot Previous => Index > 0 ? this with { Index = Index - 1 } : new Slot(Day.AddDays(-1), Starts.Count - 1);

    /// <summary>The slot that runs at the instant, or the last one before it.</summary>
    public static Slot At(DateTime utc, WorkingTime time)
    {
        var local = time.Local(utc);
        var index = Starts.ToList().FindLastIndex(start => start <= local.TimeOfDay.TotalHours);
        var day = DateOnly.FromDateTime(local);
        return index >= 0 ? new Slot(day, index) : new Slot(day.AddDays(-1), Starts.Count - 1);
    }
}

/// <summary>Who is where: no technician is at two customers at once.</summary>
internal sealed class Calendar
{
    private readonly HashSet<(Guid Technician, Slot Slot)> _taken = [];

    public bool TryTake(Guid technician, Slot slot) => _taken.Add((technician, slot));

    public bool IsFree(Guid technician, Slot slot) => !_taken.Contains((technician, slot));
}
