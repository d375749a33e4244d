namespace ServicePlatform.Devices.Filters;

/// <summary>How fast water is drunk, which wears filters: what is set at the machine, else what a household of its size drinks.</summary>
/// <param name="LitresPerDay">Drinking water, 0.5 to 500.</param>
/// <param name="People">People in the household; null where the figure is the machine's own, or their number is not known.</param>
/// <param name="IsSet">True where the figure is the machine's own.</param>
internal sealed record Pace(double LitresPerDay, int? People, bool IsSet)
{
    /// <summary>Drinking water of a household of three a day.</summary>
    public const double UsualLitresPerDay = 8;

    public const int UsualPeople = 3;

    public const double MostLitresPerDay = 500;

    /// <param name="litresPerDay">What is set at the machine, or null.</param>
    /// <param name="people">Size of the household, or null where it is not known.</param>
    public static Pace Of(double? litresPerDay, int? people) =>
        litresPerDay is { } own ? new Pace(own, null, IsSet: true)
        : people is { } size ? new Pace(Math.Min(MostLitresPerDay, size * UsualLitresPerDay / UsualPeople), size, IsSet: false)
        : new Pace(UsualLitresPerDay, null, IsSet: false);
}
