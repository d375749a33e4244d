namespace ServicePlatform.Timelines;

/// <summary>Values of facts that every reader sees in his own language, whatever the recorder's was.</summary>
public static class TimelineValue
{
    /// <summary>Begins a value that is to be named when it is read.</summary>
    public const char Mark = '#';

    private const string BothSource = "both";
    private const char Between = '\u001F';

    /// <summary>A thing that has a code: <c>#division:110105</c>.</summary>
    /// <param name="source"><see cref="ITimelineNames.Source"/> of whoever knows its name.</param>
    public static string Named(string source, string code) => $"{Mark}{source}:{code}";

    /// <summary>Words that stand in both languages; where the English ones are missing the Chinese are shown.</summary>
    public static string Both(string chinese, string? english) => Named(BothSource, chinese + Between + english);

    /// <summary>The value as it is shown.</summary>
    public static string Read(string value, IEnumerable<ITimelineNames> names, bool isChinese)
    {
        if (value.Length == 0 || value[0] != Mark || value.IndexOf(':', StringComparison.Ordinal) is not (> 1 and var colon))
        {
            return value;
        }

        var (source, code) = (value[1..colon], value[(colon + 1)..]);
        if (source == BothSource && code.Split(Between) is [var chinese, var english])
        {
            return isChinese || english.Length == 0 ? chinese : english;
        }

        return names.FirstOrDefault(known => known.Source == source)?.NameOf(code) ?? value;
    }
}

/// <summary>Names things in timelines by their codes. Register it in the module that knows them.</summary>
public interface ITimelineNames
{
    string Source { get; }

    /// <summary>In the language of the current reader; null where there is no such thing.</summary>
    string? NameOf(string code);
}
