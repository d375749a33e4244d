namespace ServicePlatform.Scheduling;

/// <summary>When a recurring job runs, in the site's zone.</summary>
public abstract record JobSchedule
{
    private JobSchedule()
    {
    }

    /// <summary>Again and again after a pause of this length, at least ten seconds.</summary>
    public sealed record Every(TimeSpan Interval) : JobSchedule
    {
        public override string ToString() => $"every {Interval:c}";
    }

    /// <summary>Once a day at this time of the site's zone; a run that was missed while the host was down is made up for once.</summary>
    public sealed record Daily(TimeOnly At) : JobSchedule
    {
        public override string ToString() => $"daily {At:HH\\:mm}";
    }
}
