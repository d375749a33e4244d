using ServicePlatform.Demo.Raw;

namespace ServicePlatform.Demo.Planning;

/// <summary>Gives each request words of its own: those that were said least often so far, and never the same twice by one customer.</summary>
internal sealed class Wording
{
    private readonly Dictionary<LocalText, int> _said = [];
    private readonly HashSet<(CustomerPlan Customer, LocalText Text)> _bySomebody = [];

    public LocalText Choose(IReadOnlyList<LocalText> texts, CustomerPlan customer)
    {
        var text = texts.Where(candidate => !_bySomebody.Contains((customer, candidate))).DefaultIfEmpty(texts[0]).MinBy(candidate => _said.GetValueOrDefault(candidate))!;
        _said[text] = _said.GetValueOrDefault(text) + 1;
        _bySomebody.Add((customer, text));
        return text;
    }
}
