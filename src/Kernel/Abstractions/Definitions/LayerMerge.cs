namespace ServicePlatform.Definitions;

/// <summary>Lays versions over each other, highest layer first, and keeps track of who said what.</summary>
internal sealed class LayerMerge<TPart>
    where TPart : class, IDefinitionPart<TPart>
{
    private readonly SortedDictionary<int, List<Slot>> _sections = [];
    private readonly Dictionary<string, Slot> _byCode = new(StringComparer.Ordinal);

    public List<PartTrace> Trace { get; } = [];

    public void Apply(DefinitionVersion<TPart> version)
    {
        foreach (var change in version.Changes)
        {
            var (outcome, fields, because) = change.Action switch
            {
                PartAction.Add => Add(version.Source, change),
                PartAction.Replace => Replace(version.Source, change),
                _ => Remove(version.Source, change),
            };
            Trace.Add(new PartTrace(version.Source, change.Code, outcome, fields, because));
        }
    }

    public IReadOnlyList<ResolvedPart<TPart>> Parts() =>
        [.. _sections.Values.SelectMany(slots => slots).Select(slot => slot.Resolve())];

    private Outcome Add(DefinitionSource source, PartChange<TPart> change)
    {
        var part = change.Part!;
        if (_byCode.TryGetValue(part.Code, out var holder))
        {
            return new(PartOutcome.CodeTaken, [], holder.Sayings[0].Source);
        }

        var anchor = change.After is null ? null : _byCode.GetValueOrDefault(change.After);
        var opens = change.After == PartChange.SectionStart || anchor?.Section < part.Section;
        anchor = anchor?.Section == part.Section ? anchor : null;
        var slot = new Slot(part.Section, opens, anchor, new(source, part));
        var section = _sections.TryGetValue(part.Section, out var found) ? found : _sections[part.Section] = [];
        _byCode.Add(part.Code, slot);
        section.Insert(opens || anchor is not null ? PlaceAfter(section, anchor, source) : section.Count, slot);
        return new(change.After is null || opens || anchor is not null ? PartOutcome.Added : PartOutcome.AddedAtEnd, [], null);
    }

    /// <summary>Directly after the anchor (or first) and what the same version has already put there, so that its parts keep their written order.</summary>
    private static int PlaceAfter(List<Slot> section, Slot? anchor, DefinitionSource source)
    {
        var place = anchor is null ? 0 : section.IndexOf(anchor) + 1;
        while (place < section.Count && section[place].Sayings[0].Source == source && section[place].Follows(anchor))
        {
            place++;
        }

        return place;
    }

    private Outcome Replace(DefinitionSource source, PartChange<TPart> change)
    {
        if (!_byCode.TryGetValue(change.Code, out var slot))
        {
            return new(PartOutcome.NoSuchPart, [], null);
        }

        var part = change.Part!;
        if (part.Section != slot.Section)
        {
            return new(PartOutcome.MayNotMove, [], slot.Sayings[0].Source);
        }

        foreach (var saying in slot.BindingFor(source))
        {
            string[] fields = [.. saying.Part.WeakenedBy(part)];
            if (fields.Length > 0 || !part.IsMandatory)
            {
                return new(PartOutcome.MayNotWeaken, fields.Length > 0 ? fields : [nameof(part.IsMandatory)], saying.Source);
            }
        }

        slot.Sayings.Add(new(source, part));
        return new(PartOutcome.Replaced, [], null);
    }

    private Outcome Remove(DefinitionSource source, PartChange<TPart> change)
    {
        if (!_byCode.TryGetValue(change.Code, out var slot))
        {
            return new(PartOutcome.NoSuchPart, [], null);
        }

        if (slot.BindingFor(source).FirstOrDefault() is { } binding)
        {
            return new(PartOutcome.MayNotRemove, [], binding.Source);
        }

        _byCode.Remove(change.Code);
        _sections[slot.Section].Remove(slot);
        return new(PartOutcome.Removed, [], null);
    }

    private readonly record struct Outcome(PartOutcome Kind, IReadOnlyList<string> Fields, DefinitionSource? Because);

    private sealed record Saying(DefinitionSource Source, TPart Part);

    /// <summary>The place of one part, with all that the layers have said about it so far.</summary>
    private sealed class Slot(int section, bool opens, Slot? anchor, Saying first)
    {
        public int Section { get; } = section;

        private bool Opens { get; } = opens;

        private Slot? Anchor { get; } = anchor;

        public List<Saying> Sayings { get; } = [first];

        /// <summary>What others than the speaker have made mandatory; their own word everybody may take back.</summary>
        public IEnumerable<Saying> BindingFor(DefinitionSource speaker) =>
            Sayings.Where(saying => saying.Part.IsMandatory && !saying.Source.Owner.IsSameHandAs(speaker.Owner));

        /// <summary>True where it was put after the other, or after one that was; null stands for the start of the section.</summary>
        public bool Follows(Slot? other) =>
            other is null && Opens || Anchor is not null && (ReferenceEquals(Anchor, other) || Anchor.Follows(other));

        public ResolvedPart<TPart> Resolve()
        {
            var last = Sayings[^1];
            var mandate = last.Part.IsMandatory ? Sayings.Find(saying => saying.Part.IsMandatory) : null;
            return new(last.Part, Sayings[0].Source, last.Source, mandate?.Source);
        }
    }
}
