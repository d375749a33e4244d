namespace ServicePlatform.Definitions;

/// <summary>
/// Answers what holds: takes the version in force of each layer, orders the layers from the platform down to the
/// dealer, and merges them. The answer depends on the versions given, not on their order.
/// </summary>
public static class DefinitionResolver
{
    /// <param name="candidates">Versions of all layers, in any order and state.</param>
    /// <exception cref="ArgumentException">Two candidates are the same version of the same layer.</exception>
    public static ResolvedDefinition<TPart> Resolve<TPart>(IEnumerable<DefinitionVersion<TPart>> candidates, DefinitionQuestion question)
        where TPart : class, IDefinitionPart<TPart>
    {
        var used = new List<DefinitionVersion<TPart>>();
        var rest = new List<VersionTrace>();
        foreach (var layer in candidates.GroupBy(version => version.DefinitionId))
        {
            DefinitionVersion<TPart>? chosen = null;
            int? last = null;
            foreach (var version in layer.OrderByDescending(version => version.Number))
            {
                if (version.Number == last)
                {
                    throw new ArgumentException($"Version {version.Number} of the definition {version.DefinitionId} is given twice.", nameof(candidates));
                }

                last = version.Number;
                if (version.WhyNot(question) is { } reason)
                {
                    rest.Add(new VersionTrace(version.Source, reason));
                }
                else if (chosen is not null)
                {
                    rest.Add(new VersionTrace(version.Source, VersionOutcome.ReplacedByNewerVersion, chosen.Source));
                }
                else
                {
                    chosen = version;
                    used.Add(version);
                }
            }
        }

        used.Sort(CompareLayers);
        rest.Sort(CompareSources);
        var merge = new LayerMerge<TPart>();
        used.ForEach(merge.Apply);
        return new ResolvedDefinition<TPart>(
            merge.Parts(),
            [.. used.Select(version => new VersionTrace(version.Source, VersionOutcome.Used)), .. rest],
            merge.Trace);
    }

    private static int CompareLayers<TPart>(DefinitionVersion<TPart> one, DefinitionVersion<TPart> other)
        where TPart : class, IDefinitionPart<TPart>
    {
        var order = one.Owner.Layer.CompareTo(other.Owner.Layer);
        order = order != 0 ? order : one.Owner.Depth.CompareTo(other.Owner.Depth);
        order = order != 0 ? order : one.Scope.Specificity.CompareTo(other.Scope.Specificity);
        order = order != 0 ? order : (one.Owner.PrincipalId is null ? 0 : 1).CompareTo(other.Owner.PrincipalId is null ? 0 : 1);
        return order != 0 ? order : one.DefinitionId.CompareTo(other.DefinitionId);
    }

    private static int CompareSources(VersionTrace one, VersionTrace other)
    {
        var order = one.Source.Owner.Layer.CompareTo(other.Source.Owner.Layer);
        order = order != 0 ? order : one.Source.DefinitionId.CompareTo(other.Source.DefinitionId);
        return order != 0 ? order : other.Source.Version.CompareTo(one.Source.Version);
    }
}
