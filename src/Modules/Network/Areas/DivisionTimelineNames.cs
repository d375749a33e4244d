using ServicePlatform.Network.Contracts;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Areas;

/// <summary>Names divisions in timelines.</summary>
internal sealed class DivisionTimelineNames(IDivisions divisions) : ITimelineNames
{
    private const string DivisionSource = "division";

    public string Source => DivisionSource;

    public string? NameOf(string code) => divisions.Find(code) is null ? null : divisions.FullName(code);

    public static string Value(string code) => TimelineValue.Named(DivisionSource, code);
}
