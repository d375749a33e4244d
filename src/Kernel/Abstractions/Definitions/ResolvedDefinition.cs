namespace ServicePlatform.Definitions;

/// <summary>What holds for a question, and how that came about.</summary>
/// <param name="Parts">By section, then in the order that the layers give.</param>
/// <param name="Versions">Every version that was considered, used ones in the order of their layers first.</param>
/// <param name="Changes">Every change of the versions in use, whether it took effect or not.</param>
public sealed record ResolvedDefinition<TPart>(
    IReadOnlyList<ResolvedPart<TPart>> Parts,
    IReadOnlyList<VersionTrace> Versions,
    IReadOnlyList<PartTrace> Changes)
    where TPart : class, IDefinitionPart<TPart>;

/// <summary>A part that holds.</summary>
/// <param name="AddedBy">The version that brought it in.</param>
/// <param name="SaidBy">The version whose words hold now.</param>
/// <param name="MandatedBy">The highest version that makes it mandatory, or null.</param>
public sealed record ResolvedPart<TPart>(TPart Part, DefinitionSource AddedBy, DefinitionSource SaidBy, DefinitionSource? MandatedBy)
    where TPart : class, IDefinitionPart<TPart>;

public enum VersionOutcome
{
    Used,
    Draft,
    NotYetInForce,
    NoLongerInForce,
    ReplacedByNewerVersion,
    OtherPrincipal,
    OtherOrganisation,
    OtherCategory,
    OtherModel,
    OtherSerial,
}

/// <param name="Because">The newer version, where it replaces this one.</param>
public sealed record VersionTrace(DefinitionSource Source, VersionOutcome Outcome, DefinitionSource? Because = null);

public enum PartOutcome
{
    Added,
    Replaced,
    Removed,

    /// <summary>Added at the end of its section, since the part that it should follow is not there or in a later section.</summary>
    AddedAtEnd,

    /// <summary>Ignored: a higher layer makes the part mandatory.</summary>
    MayNotRemove,

    /// <summary>Ignored: it asks for less than a higher layer does.</summary>
    MayNotWeaken,

    /// <summary>Ignored: a part keeps its section.</summary>
    MayNotMove,

    /// <summary>Ignored: there is no part of this code.</summary>
    NoSuchPart,

    /// <summary>Ignored: another part has this code.</summary>
    CodeTaken,
}

/// <summary>What became of one change.</summary>
/// <param name="Code">The part's code.</param>
/// <param name="Fields">Properties in which it would weaken.</param>
/// <param name="Because">The version that stands against it.</param>
public sealed record PartTrace(DefinitionSource Source, string Code, PartOutcome Outcome, IReadOnlyList<string> Fields, DefinitionSource? Because)
{
    /// <summary>True where the change did not take effect; publishing refuses what would be ignored.</summary>
    public bool IsIgnored => Outcome > PartOutcome.AddedAtEnd;
}
