using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Recipes;

/// <summary>Procedures as they stand in a recipe or in a file beside it.</summary>
internal sealed record ProcedureFile
{
    public IReadOnlyList<ProcedureEntry> Procedures { get; init; } = [];

    public IReadOnlyList<LayerEntry> DealerLayers { get; init; } = [];
}

/// <summary>The platform's or a brand's layer of a procedure.</summary>
/// <param name="Layer"><c>platform</c> or <c>brand</c>.</param>
/// <param name="Category">Null for every category that has no procedure of its own.</param>
/// <param name="Model">Code of one model of the brand, or null for all.</param>
/// <param name="From">UTC start; without one a first version has always held, a later one holds from now on.</param>
internal sealed record ProcedureEntry(
    string Code,
    string Layer,
    IReadOnlyList<string> JobTypes,
    LocalText Title,
    IReadOnlyList<StepEntry> Steps,
    string? Category = null,
    string? Principal = null,
    string? Model = null,
    int Version = 1,
    DateTime? From = null);

/// <summary>A region's or dealer's layer.</summary>
/// <param name="Dealer">Code of the organisation.</param>
/// <param name="Procedure">Code of a procedure that exists.</param>
/// <param name="Principal">Code of the only brand that it is for, or null for all.</param>
internal sealed record LayerEntry(
    string Dealer,
    string Procedure,
    IReadOnlyList<StepEntry> Steps,
    string? Principal = null,
    int Version = 1,
    DateTime? From = null);

/// <param name="Change"><c>Add</c>, <c>Replace</c> or <c>Remove</c>; the last needs only the code.</param>
/// <param name="DemoPhotos">Pictures for demo visits; of no meaning here.</param>
internal sealed record StepEntry(
    string Code,
    PartAction Change = PartAction.Add,
    string? After = null,
    ProcedureSection Section = ProcedureSection.Workplace,
    StepKind Kind = StepKind.Tick,
    LocalText? Title = null,
    LocalText? Instruction = null,
    bool IsMandatory = false,
    ReadingKind? Reading = null,
    string? Unit = null,
    double? Minimum = null,
    double? Maximum = null,
    LocalText? Remedy = null,
    int? FlushPosition = null,
    int? MinimumMinutes = null,
    LocalText? PhotoAngle = null,
    IReadOnlyList<string>? DemoPhotos = null)
{
    public PartChange<StepContent> ToChange() =>
        Change == PartAction.Remove ? PartChange.Remove<StepContent>(Code) : new(Change, Code, ToContent(), Change == PartAction.Add ? After : null);

    private StepContent ToContent() => new(Code, Section, Kind, Title ?? new LocalText(null, null))
    {
        Instruction = LocalText.Of(Instruction?.Zh, Instruction?.En),
        IsMandatory = IsMandatory,
        Reading = Reading,
        Unit = Unit,
        Minimum = Minimum,
        Maximum = Maximum,
        Remedy = LocalText.Of(Remedy?.Zh, Remedy?.En),
        FlushPosition = FlushPosition,
        MinimumMinutes = MinimumMinutes,
        PhotoAngle = LocalText.Of(PhotoAngle?.Zh, PhotoAngle?.En),
    };
}
