namespace ServicePlatform.Definitions;

/// <summary>A part of a definition: a step, a term, a rate.</summary>
public interface IDefinitionPart<in TSelf>
    where TSelf : IDefinitionPart<TSelf>
{
    /// <summary>Stable within the definition through all layers and versions.</summary>
    string Code { get; }

    /// <summary>Parts are ordered by section first; 0 where there are none.</summary>
    int Section { get; }

    /// <summary>A lower layer can neither remove nor weaken it.</summary>
    bool IsMandatory { get; }

    /// <summary>Names of the properties in which <paramref name="replacement"/> asks for less than this part; empty where it is as strict or stricter.</summary>
    IEnumerable<string> WeakenedBy(TSelf replacement);
}

public enum PartAction
{
    Add,
    Replace,
    Remove,
}

/// <summary>What one version of one layer does to one part.</summary>
/// <param name="Part">The new part; null to remove.</param>
/// <param name="After">
/// Code of the part that an added one follows; where that part stands in an earlier section, the added one opens its own.
/// <see cref="PartChange.SectionStart"/> opens the section too; null is its end.
/// </param>
public sealed record PartChange<TPart>(PartAction Action, string Code, TPart? Part, string? After)
    where TPart : class, IDefinitionPart<TPart>;

public static class PartChange
{
    /// <summary>Place of a part that opens its section; never the code of a part.</summary>
    public const string SectionStart = "^";

    public static PartChange<TPart> Add<TPart>(TPart part, string? after = null)
        where TPart : class, IDefinitionPart<TPart> => new(PartAction.Add, part.Code, part, after);

    public static PartChange<TPart> Replace<TPart>(TPart part)
        where TPart : class, IDefinitionPart<TPart> => new(PartAction.Replace, part.Code, part, null);

    public static PartChange<TPart> Remove<TPart>(string code)
        where TPart : class, IDefinitionPart<TPart> => new(PartAction.Remove, code, null, null);
}
