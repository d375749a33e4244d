using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.Playbooks.Steps;

/// <summary>What a step says and asks for. Which properties count follows from its kind.</summary>
internal sealed record StepContent(string Code, ProcedureSection Section, StepKind Kind, LocalText Title) : IDefinitionPart<StepContent>
{
    public LocalText? Instruction { get; init; }

    public bool IsMandatory { get; init; }

    public ReadingKind? Reading { get; init; }

    public string? Unit { get; init; }

    /// <summary>Least accepted reading, in <see cref="Unit"/>.</summary>
    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    /// <summary>What to do where the reading lies outside.</summary>
    public LocalText? Remedy { get; init; }

    /// <summary>Filter position that is flushed or changed; null for the whole machine, and for whichever filters are changed.</summary>
    public int? FlushPosition { get; init; }

    /// <summary>Least duration of a flush.</summary>
    public int? MinimumMinutes { get; init; }

    /// <summary>What the photo shows.</summary>
    public LocalText? PhotoAngle { get; init; }

    int IDefinitionPart<StepContent>.Section => (int)Section;

    public IEnumerable<string> WeakenedBy(StepContent replacement)
    {
        if (replacement.Kind != Kind)
        {
            yield return nameof(Kind);
        }

        if (replacement.Reading != Reading)
        {
            yield return nameof(Reading);
        }

        if (replacement.Unit != Unit)
        {
            yield return nameof(Unit);
        }

        if (Minimum is not null && !(replacement.Minimum >= Minimum))
        {
            yield return nameof(Minimum);
        }

        if (Maximum is not null && !(replacement.Maximum <= Maximum))
        {
            yield return nameof(Maximum);
        }

        if (replacement.FlushPosition != FlushPosition)
        {
            yield return nameof(FlushPosition);
        }

        if (MinimumMinutes is not null && !(replacement.MinimumMinutes >= MinimumMinutes))
        {
            yield return nameof(MinimumMinutes);
        }

        if (PhotoAngle is not null && replacement.PhotoAngle is null)
        {
            yield return nameof(PhotoAngle);
        }
    }
}
