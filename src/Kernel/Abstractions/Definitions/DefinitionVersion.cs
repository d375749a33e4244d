namespace ServicePlatform.Definitions;

public enum DefinitionState
{
    /// <summary>Being written; holds nowhere.</summary>
    Draft,

    /// <summary>Holds within its dates and is never edited again.</summary>
    Published,

    /// <summary>Ended or replaced; still answers for the time in which it held.</summary>
    Retired,
}

/// <summary>Which version of which layer said something.</summary>
public sealed record DefinitionSource(DefinitionOwner Owner, Guid DefinitionId, int Version);

/// <summary>One version of one layer.</summary>
/// <param name="DefinitionId">The same for all versions of the layer.</param>
/// <param name="Number">1 for the first version.</param>
/// <param name="EffectiveFrom">UTC, included; null only in a draft.</param>
/// <param name="EffectiveUntil">UTC, not included; null for no end.</param>
/// <param name="Changes">In their order.</param>
public sealed record DefinitionVersion<TPart>(
    Guid DefinitionId,
    int Number,
    DefinitionOwner Owner,
    ProductScope Scope,
    DefinitionState State,
    DateTime? EffectiveFrom,
    DateTime? EffectiveUntil,
    IReadOnlyList<PartChange<TPart>> Changes)
    where TPart : class, IDefinitionPart<TPart>
{
    public DefinitionSource Source => new(Owner, DefinitionId, Number);

    /// <summary>Why the version does not hold for the question, or null where it does.</summary>
    internal VersionOutcome? WhyNot(DefinitionQuestion question)
    {
        if (State == DefinitionState.Draft || EffectiveFrom is null)
        {
            return VersionOutcome.Draft;
        }

        if (question.At < EffectiveFrom)
        {
            return VersionOutcome.NotYetInForce;
        }

        return question.At >= EffectiveUntil ? VersionOutcome.NoLongerInForce : WhyElsewhere(question);
    }

    private VersionOutcome? WhyElsewhere(DefinitionQuestion question)
    {
        if (Owner.PrincipalId is { } principal && principal != question.PrincipalId)
        {
            return VersionOutcome.OtherPrincipal;
        }

        if (Owner.OrganisationPath is { } path && !question.OrganisationPath.StartsWith(path, StringComparison.Ordinal))
        {
            return VersionOutcome.OtherOrganisation;
        }

        if (Scope.CategoryCode is { } category && category != question.CategoryCode)
        {
            return VersionOutcome.OtherCategory;
        }

        if (Scope.ModelId is { } model && model != question.ModelId)
        {
            return VersionOutcome.OtherModel;
        }

        return Scope.Serials is { } serials && (question.Serial is not { } serial || !serials.Contains(serial))
            ? VersionOutcome.OtherSerial
            : null;
    }
}

/// <summary>What is asked: what holds for this machine, served by this organisation, at this time.</summary>
/// <param name="OrganisationPath">Of the organisation that does the work: <c>/hq/north/bj-07/</c>.</param>
/// <param name="At">UTC.</param>
public sealed record DefinitionQuestion(
    Guid PrincipalId,
    string OrganisationPath,
    string? CategoryCode,
    Guid? ModelId,
    string? Serial,
    DateTime At);
