using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>What the address of a list says. What cannot be read is left out: a list always opens.</summary>
internal class ListInput
{
    private const int LongestSearch = 100;

    public string? View { get; set; }

    public string? State { get; set; }

    public string? Job { get; set; }

    public string? Urgency { get; set; }

    /// <summary>Number, name, phone or serial.</summary>
    public string? Q { get; set; }

    public string? After { get; set; }

    public string? Before { get; set; }

    public string? Text => string.IsNullOrWhiteSpace(Q) ? null : Q.Trim()[..Math.Min(Q.Trim().Length, LongestSearch)];

    public PageRequest Page => After is null && Before is not null ? new PageRequest(Before, Backwards: true) : new PageRequest(After);

    /// <summary>The code, if it is one of them.</summary>
    public static string? OneOf(string? code, IReadOnlyList<string> codes) => codes.FirstOrDefault(known => known == code);

    /// <summary>A tab by its name in the address, <c>to-dispatch</c>, or null.</summary>
    public static TTab? Tab<TTab>(string? view)
        where TTab : struct, Enum =>
        Enum.GetValues<TTab>().Where(tab => Words.Kebab(tab.ToString()) == view).Select(tab => (TTab?)tab).FirstOrDefault();
}
