using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>
/// A step of the procedure as it held when the work began, with what was done. Later versions of the procedure do not
/// touch it.
/// </summary>
internal sealed class VisitStep : Entity
{
    public Guid VisitId { get; init; }

    public Guid LineId { get; init; }

    /// <summary>1 for the first step of the visit.</summary>
    public int Order { get; init; }

    /// <summary>Unique in the visit: the procedure's code, and for the second line on with the line's number before it (<c>2:flush-1</c>).</summary>
    public required string Code { get; init; }

    public ProcedureSection Section { get; init; }

    public StepKind Kind { get; init; }

    /// <summary>In Chinese, or in the only language that it was written in; the English words stand beside it.</summary>
    public required string Title { get; init; }

    public string? EnglishTitle { get; init; }

    public string? Instruction { get; init; }

    public string? EnglishInstruction { get; init; }

    public bool IsMandatory { get; init; }

    public ReadingKind? Reading { get; init; }

    public string? Unit { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    /// <summary>What the procedure allows as a remedy where a reading lies outside the limits.</summary>
    public string? RemedyAdvice { get; init; }

    public string? EnglishRemedyAdvice { get; init; }

    public int? FlushPosition { get; init; }

    public int? MinimumMinutes { get; init; }

    public string? PhotoAngle { get; init; }

    public string? EnglishPhotoAngle { get; init; }

    public required string Layer { get; init; }

    public required string LayerName { get; init; }

    public Guid DefinitionId { get; init; }

    public int DefinitionVersion { get; init; }

    /// <summary>UTC time on the technician's device; null while it is not done.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>UTC time at the server.</summary>
    public DateTime? RecordedAt { get; private set; }

    public double? Value { get; private set; }

    public string? Text { get; private set; }

    /// <summary>What was done about a reading outside the limits.</summary>
    public string? Remedy { get; private set; }

    public int? Minutes { get; private set; }

    public bool IsDone => DoneAt is not null;

    public bool IsOutside => Value is { } value && !Accepts(value);

    public bool Accepts(double value) => (Minimum is null || value >= Minimum) && (Maximum is null || value <= Maximum);

    /// <param name="model">Its own limits of pressure and voltage hold beside those of the procedure: the narrower ones count.</param>
    public static VisitStep From(ResolvedStep step, Guid visitId, VisitLine line, int order, ModelSummary? model) => new()
    {
        VisitId = visitId,
        LineId = line.LineId,
        Order = order,
        Code = line.Number == 1 ? step.Code : $"{line.Number}:{step.Code}",
        Section = step.Section,
        Kind = step.Kind,
        Title = Chinese(step.Wording?.Title) ?? step.Title,
        EnglishTitle = step.Wording?.Title.En,
        Instruction = Chinese(step.Wording?.Instruction) ?? step.Instruction,
        EnglishInstruction = step.Wording?.Instruction?.En,
        IsMandatory = step.IsMandatory,
        Reading = step.Reading,
        Unit = step.Unit,
        Minimum = ModelLimits.Minimum(step, model),
        Maximum = ModelLimits.Maximum(step, model),
        RemedyAdvice = Chinese(step.Wording?.Remedy) ?? step.Remedy,
        EnglishRemedyAdvice = step.Wording?.Remedy?.En,
        FlushPosition = step.FlushPosition,
        MinimumMinutes = step.MinimumMinutes,
        PhotoAngle = Chinese(step.Wording?.PhotoAngle) ?? step.PhotoAngle,
        EnglishPhotoAngle = step.Wording?.PhotoAngle?.En,
        Layer = step.Provenance.Layer,
        LayerName = step.Provenance.LayerName,
        DefinitionId = step.Provenance.DefinitionId,
        DefinitionVersion = step.Provenance.DefinitionVersion,
    };

    public LocalText TitleWords() => new(Title, EnglishTitle);

    public LocalText? InstructionWords() => LocalText.Of(Instruction, EnglishInstruction);

    public LocalText? RemedyWords() => LocalText.Of(RemedyAdvice, EnglishRemedyAdvice);

    public LocalText? AngleWords() => LocalText.Of(PhotoAngle, EnglishPhotoAngle);

    private static string? Chinese(LocalText? words) => words?.Zh ?? words?.En;

    public void MarkDone(DateTime at, DateTime recordedAt) => (DoneAt, RecordedAt) = (at, recordedAt);

    public void Undo() => (DoneAt, RecordedAt) = (null, null);

    public void Record(double? value, string? text, string? remedy, int? minutes) =>
        (Value, Text, Remedy, Minutes) = (value, text, remedy, minutes);
}
