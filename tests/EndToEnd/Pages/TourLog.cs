using System.Collections.Concurrent;

namespace ServicePlatform.EndToEndTests.Pages;

/// <summary>What the tours of all visitors have opened and tried together.</summary>
/// <param name="tries">Whether empty forms and searches are tried.</param>
/// <param name="shared">Whether a page that one visitor has opened is left out by the others; panels are opened then.</param>
internal sealed class TourLog(bool tries, bool shared)
{
    public bool OpensPanels => shared;

    private readonly ConcurrentDictionary<string, bool> _tried = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _states = new(StringComparer.Ordinal);

    /// <summary>Every visitor opens each kind of page; each state of a record is opened by one of them.</summary>
    /// <param name="met">Kinds that the visitor has met.</param>
    public bool Opens(ISet<string> met, string kind, string state)
    {
        var isNewHere = met.Add(kind);
        var isNew = _states.TryAdd($"{kind} {state}", true);
        return shared ? isNew : isNewHere || isNew;
    }

    public bool Tries(string template) => tries && _tried.TryAdd(template, true);
}
