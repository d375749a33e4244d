using System.ComponentModel.DataAnnotations;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Steps;
using ServicePlatform.Recipes;

namespace ServicePlatform.Playbooks.Recipes;

/// <summary>Procedures of the platform and the brands, and what regions and dealers add.</summary>
/// <param name="Name">Of the step.</param>
/// <param name="File">File beside the recipe that holds procedures and dealer layers; without it they stand in the step.</param>
/// <param name="Principals">Codes of the brands whose layer an entry without a principal becomes; null for all active ones.</param>
/// <param name="Codes">Codes of the procedures to take; null for all.</param>
/// <param name="Dealers">Codes of the dealers whose layers to take; null for all.</param>
internal sealed record ProceduresForm(
    string Name,
    string? File = null,
    [RecipeRef("principal")] IReadOnlyList<string>? Principals = null,
    IReadOnlyList<string>? Codes = null,
    IReadOnlyList<string>? Dealers = null,
    IReadOnlyList<ProcedureEntry>? Procedures = null,
    IReadOnlyList<LayerEntry>? DealerLayers = null);

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
    [RecipeKey("procedure", "layer", "principal", "model", "version"), MaxLength(Lengths.Code)] string Code,
    [RegularExpression("^(platform|brand)$")] string Layer,
    [MinLength(1), MaxLength(Lengths.Code)] IReadOnlyList<string> JobTypes,
    LocalText Title,
    IReadOnlyList<StepEntry> Steps,
    [MaxLength(Lengths.Code)] string? Category = null,
    [RecipeRef("principal")] string? Principal = null,
    [MaxLength(Lengths.Code)] string? Model = null,
    [Range(1, 100_000)] int Version = 1,
    DateTime? From = null);

/// <summary>A region's or dealer's layer.</summary>
/// <param name="Dealer">Code of the organisation.</param>
/// <param name="Procedure">Code of a procedure that exists.</param>
/// <param name="Principal">Code of the only brand that it is for, or null for all.</param>
/// <param name="Model">Code of the only model that it is for, or null for all.</param>
/// <param name="ModelOf">Code of the model's brand, where <paramref name="Principal"/> does not say it.</param>
internal sealed record LayerEntry(
    [RecipeRef("organisation")] string Dealer,
    [RecipeRef("procedure")] string Procedure,
    IReadOnlyList<StepEntry> Steps,
    [RecipeRef("principal")] string? Principal = null,
    [Range(1, 100_000)] int Version = 1,
    DateTime? From = null,
    [MaxLength(Lengths.Code)] string? Model = null,
    [RecipeRef("principal")] string? ModelOf = null);

/// <param name="Change"><c>Add</c>, <c>Replace</c> or <c>Remove</c>; the last needs only the code.</param>
/// <param name="DemoPhotos">Pictures for demo visits; of no meaning here.</param>
internal sealed record StepEntry(
    [MinLength(1), MaxLength(Lengths.Code)] string Code,
    PartAction Change = PartAction.Add,
    string? After = null,
    ProcedureSection Section = ProcedureSection.Workplace,
    StepKind Kind = StepKind.Tick,
    LocalText? Title = null,
    LocalText? Instruction = null,
    bool IsMandatory = false,
    ReadingKind? Reading = null,
    [MaxLength(Lengths.Kind)] string? Unit = null,
    double? Minimum = null,
    double? Maximum = null,
    LocalText? Remedy = null,
    [Range(1, 20)] int? FlushPosition = null,
    [Range(1, 240)] int? MinimumMinutes = null,
    LocalText? PhotoAngle = null,
    IReadOnlyList<string>? DemoPhotos = null)
{
    public static StepEntry Of(PartChange<StepContent> change) => change.Part is not { } part
        ? new StepEntry(change.Code, change.Action)
        : new StepEntry(
            change.Code, change.Action, change.After, part.Section, part.Kind, part.Title, part.Instruction, part.IsMandatory, part.Reading, part.Unit,
            part.Minimum, part.Maximum, part.Remedy, part.FlushPosition, part.MinimumMinutes, part.PhotoAngle);

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
