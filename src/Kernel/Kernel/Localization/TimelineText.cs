using ServicePlatform.Data.Timelines;

namespace ServicePlatform.Kernel.Localization;

/// <summary>The words of timeline facts; a value that starts with @ is a text key itself.</summary>
internal sealed class TimelineText(ModuleTexts texts) : ITimelineText
{
    public string Customer => texts.Find("Timeline.Actor.Customer") ?? "";

    public string Describe(string code, IReadOnlyList<string> values)
    {
        object[] arguments = [.. values.Select(value => value.StartsWith('@') ? texts.Find(value[1..]) ?? value[1..] : value)];
        return texts.Find("Timeline." + code, arguments) ?? code;
    }
}
