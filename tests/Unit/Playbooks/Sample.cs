using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.UnitTests.Playbooks;

internal static class Sample
{
    public static readonly Guid Brand = Guid.Parse("0197f000-0000-7000-8000-00000000000a");
    public static readonly DateTime Now = new(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc);

    public static DefinitionQuestion Question { get; } = new(Brand, "/hq/north/jingchao/", "water-purifier", null, null, Now);

    public static StepContent Tick(string code, ProcedureSection section = ProcedureSection.Installation, bool mandatory = false) =>
        new(code, section, StepKind.Tick, new LocalText("打勾 " + code, "Tick " + code)) { IsMandatory = mandatory };

    public static StepContent Pressure(double? minimum = 0.1, double? maximum = 0.4, bool mandatory = true) =>
        new("inlet-pressure", ProcedureSection.Workplace, StepKind.Reading, new LocalText("测量入户水压", "Measure the inlet pressure"))
        {
            IsMandatory = mandatory,
            Reading = ReadingKind.InletPressure,
            Unit = "MPa",
            Minimum = minimum,
            Maximum = maximum,
        };

    public static StepContent Flush(int? position, int minutes = 5) =>
        new($"flush-{position}", ProcedureSection.Commissioning, StepKind.Flush, new LocalText($"冲洗第{position}级", $"Flush stage {position}"))
        {
            IsMandatory = true,
            FlushPosition = position,
            MinimumMinutes = minutes,
        };

    public static DefinitionVersion<StepContent> Layer(DefinitionOwner owner, params PartChange<StepContent>[] changes) =>
        new(Guid.CreateVersion7(), 1, owner, new ProductScope("water-purifier"), DefinitionState.Published, Now.AddYears(-1), null, changes);

    public static DefinitionVersion<StepContent> BrandLayer(params StepContent[] steps) =>
        Layer(DefinitionOwner.Brand(Brand), [.. steps.Select(step => PartChange.Add(step))]);

    public static DefinitionVersion<StepContent> Draft(DefinitionOwner owner, params PartChange<StepContent>[] changes) =>
        Layer(owner, changes) with { State = DefinitionState.Draft, EffectiveFrom = null };

    public static DefinitionOwner Dealer { get; } = DefinitionOwner.Dealer("/hq/north/jingchao/");

    public static ModelSummary Model(double? minimum, double? maximum, params (int Position, int Minutes)[] filters) => new(
        Guid.CreateVersion7(), Brand, "QQ-R400", "R400", "water-purifier", minimum, maximum, 55,
        [.. filters.Select(filter => new FilterPosition(filter.Position, "P", "F", FilterKind.Carbon, 365, null, false, filter.Minutes))]);
}
