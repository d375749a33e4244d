using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.Playbooks.Steps;

/// <summary>One row of a version: a step that it adds, replaces or leaves out.</summary>
internal sealed class StepChange : Entity
{
    private StepChange()
    {
    }

    public Guid VersionId { get; private init; }

    /// <summary>1 for the first.</summary>
    public int Position { get; private init; }

    public PartAction Action { get; private init; }

    public string Code { get; private init; } = "";

    public string? After { get; private init; }

    public ProcedureSection? Section { get; private init; }

    public StepKind? Kind { get; private init; }

    public string? TitleZh { get; private init; }

    public string? TitleEn { get; private init; }

    public string? InstructionZh { get; private init; }

    public string? InstructionEn { get; private init; }

    public bool IsMandatory { get; private init; }

    public ReadingKind? Reading { get; private init; }

    public string? Unit { get; private init; }

    public double? Minimum { get; private init; }

    public double? Maximum { get; private init; }

    public string? RemedyZh { get; private init; }

    public string? RemedyEn { get; private init; }

    public int? FlushPosition { get; private init; }

    public int? MinimumMinutes { get; private init; }

    public string? AngleZh { get; private init; }

    public string? AngleEn { get; private init; }

    public static StepChange Of(Guid versionId, int position, PartChange<StepContent> change) => new()
    {
        VersionId = versionId,
        Position = position,
        Action = change.Action,
        Code = change.Code,
        After = change.After,
        Section = change.Part?.Section,
        Kind = change.Part?.Kind,
        TitleZh = change.Part?.Title.Zh,
        TitleEn = change.Part?.Title.En,
        InstructionZh = change.Part?.Instruction?.Zh,
        InstructionEn = change.Part?.Instruction?.En,
        IsMandatory = change.Part?.IsMandatory ?? false,
        Reading = change.Part?.Reading,
        Unit = change.Part?.Unit,
        Minimum = change.Part?.Minimum,
        Maximum = change.Part?.Maximum,
        RemedyZh = change.Part?.Remedy?.Zh,
        RemedyEn = change.Part?.Remedy?.En,
        FlushPosition = change.Part?.FlushPosition,
        MinimumMinutes = change.Part?.MinimumMinutes,
        AngleZh = change.Part?.PhotoAngle?.Zh,
        AngleEn = change.Part?.PhotoAngle?.En,
    };

    public PartChange<StepContent> ToChange() => new(Action, Code, Action == PartAction.Remove ? null : Content(), After);

    private StepContent Content() => new(Code, Section!.Value, Kind!.Value, new LocalText(TitleZh, TitleEn))
    {
        Instruction = LocalText.Of(InstructionZh, InstructionEn),
        IsMandatory = IsMandatory,
        Reading = Reading,
        Unit = Unit,
        Minimum = Minimum,
        Maximum = Maximum,
        Remedy = LocalText.Of(RemedyZh, RemedyEn),
        FlushPosition = FlushPosition,
        MinimumMinutes = MinimumMinutes,
        PhotoAngle = LocalText.Of(AngleZh, AngleEn),
    };
}
