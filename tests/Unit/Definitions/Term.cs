using ServicePlatform.Definitions;

namespace ServicePlatform.UnitTests.Definitions;

/// <summary>The smallest part that can be weakened: a value that may not rise above <see cref="Limit"/>.</summary>
internal sealed record Term(string Code, int Section = 0, bool IsMandatory = false, int Limit = 100) : IDefinitionPart<Term>
{
    public IEnumerable<string> WeakenedBy(Term replacement)
    {
        if (replacement.Limit > Limit)
        {
            yield return nameof(Limit);
        }
    }
}

internal static class Layers
{
    public static readonly Guid BrandA = Guid.Parse("0197f000-0000-7000-8000-00000000000a");
    public static readonly Guid BrandB = Guid.Parse("0197f000-0000-7000-8000-00000000000b");
    public static readonly Guid ModelX = Guid.Parse("0197f000-0000-7000-8000-0000000000aa");
    public static readonly DateTime January = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static DefinitionQuestion Question { get; } = new(BrandA, "/hq/north/d1/o1/", "purifier", ModelX, "KX00500", January.AddMonths(6));

    public static DefinitionVersion<Term> Layer(DefinitionOwner owner, params PartChange<Term>[] changes) =>
        new(Guid.CreateVersion7(), 1, owner, ProductScope.All, DefinitionState.Published, January, null, changes);

    public static DefinitionVersion<Term> Platform(params Term[] parts) => Layer(DefinitionOwner.Platform, [.. parts.Select(part => PartChange.Add(part))]);

    public static DefinitionVersion<Term> Brand(params PartChange<Term>[] changes) => Layer(DefinitionOwner.Brand(BrandA), changes);

    public static DefinitionVersion<Term> Dealer(params PartChange<Term>[] changes) => Layer(DefinitionOwner.Dealer("/hq/north/d1/"), changes);

    public static string[] Codes(this ResolvedDefinition<Term> resolved) => [.. resolved.Parts.Select(part => part.Part.Code)];
}
