using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Editing;

/// <summary>Adds a step to a draft, or brings one to this state. Answers its code.</summary>
/// <param name="Code">Null for a new step.</param>
/// <param name="After">Code of the step that a new one follows, or null for the end of its section.</param>
/// <param name="Version">Version of the draft that the editor had before him.</param>
[WritesProcedures]
internal sealed record SaveStep(
    Guid LayerId,
    string? Code,
    string? After,
    ProcedureSection Section,
    StepKind Kind,
    string? TitleZh,
    string? TitleEn,
    string? InstructionZh,
    string? InstructionEn,
    bool IsMandatory,
    ReadingKind? Reading,
    double? Minimum,
    double? Maximum,
    string? RemedyZh,
    string? RemedyEn,
    int? FlushPosition,
    int? MinimumMinutes,
    string? PhotoAngleZh,
    string? PhotoAngleEn,
    int Version) : ICommand<string>
{
    /// <summary>Keeps what the kind of step asks for and drops the rest, so that nothing unseen is stored.</summary>
    public StepContent ToContent(string code) => new(code, Section, Kind, new LocalText(Blank(TitleZh), Blank(TitleEn)))
    {
        Instruction = LocalText.Of(InstructionZh, InstructionEn),
        IsMandatory = IsMandatory,
        Reading = Kind == StepKind.Reading ? Reading : null,
        Unit = Kind == StepKind.Reading && Reading is { } kind ? ReadingRange.Of(kind).Unit : null,
        Minimum = Kind == StepKind.Reading ? Minimum : null,
        Maximum = Kind == StepKind.Reading ? Maximum : null,
        Remedy = Kind == StepKind.Reading ? LocalText.Of(RemedyZh, RemedyEn) : null,
        FlushPosition = Kind == StepKind.Flush ? FlushPosition : null,
        MinimumMinutes = Kind == StepKind.Flush ? MinimumMinutes : null,
        PhotoAngle = Kind == StepKind.Photo ? LocalText.Of(PhotoAngleZh, PhotoAngleEn) : null,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class SaveStepValidator : AbstractValidator<SaveStep>
{
    public SaveStepValidator()
    {
        RuleFor(command => command.Code).MaximumLength(Lengths.Code);
        RuleFor(command => command.After).MaximumLength(Lengths.Code);
        RuleFor(command => command.Section).IsInEnum();
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.Reading).IsInEnum();
        RuleFor(command => command.TitleZh).MaximumLength(Lengths.Name);
        RuleFor(command => command.TitleEn).MaximumLength(Lengths.Name);
        RuleFor(command => command.InstructionZh).MaximumLength(Lengths.Text);
        RuleFor(command => command.InstructionEn).MaximumLength(Lengths.Text);
        RuleFor(command => command.RemedyZh).MaximumLength(Lengths.Name);
        RuleFor(command => command.RemedyEn).MaximumLength(Lengths.Name);
        RuleFor(command => command.PhotoAngleZh).MaximumLength(Lengths.Name);
        RuleFor(command => command.PhotoAngleEn).MaximumLength(Lengths.Name);
    }
}

internal sealed class SaveStepHandler(DraftDesk desk) : ICommandHandler<SaveStep, string>
{
    /// <summary>More steps than anybody works through.</summary>
    public const int MostSteps = 100;

    public async Task<Result<string>> HandleAsync(SaveStep command, CancellationToken cancellationToken)
    {
        var opened = await desk.DraftAsync(command.LayerId, command.Version, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        var (draft, sheet) = (opened.Value, opened.Value.Sheet());
        var row = command.Code is null ? null : sheet.Find(command.Code);
        if (command.Code is not null && row is null)
        {
            return Failure.NotFound("playbooks.no-such-step");
        }

        if (row is { IsOwn: false } && LayerRights.OnlyAdds(draft.Layer.Owner))
        {
            return Failure.Conflict("playbooks.dealer-only-adds");
        }

        if (sheet.Rows.Count >= MostSteps && row is null)
        {
            return Failure.Conflict("playbooks.too-many-steps", MostSteps);
        }

        var step = command.ToContent(command.Code ?? NewCode(command.TitleEn, draft));
        IReadOnlyList<FieldFailure> failures = [.. StepChecks.Check(step, draft.Layer.Layer <= DefinitionLayer.Brand), .. Weakened(row, step, draft.Layer.Owner)];
        if (failures.Count > 0)
        {
            return Failure.Invalid(failures);
        }

        draft.Write(sheet.Put(step, command.Code is null ? command.After : null));
        return step.Code;
    }

    private static string NewCode(string? title, OpenDraft draft) => StepCodes.New(
        title,
        draft.Layer.Owner,
        draft.Others.Candidates.Append(draft.Candidate).SelectMany(version => version.Changes).Select(change => change.Code).ToHashSet(StringComparer.Ordinal));

    /// <summary>The same refusals as at publishing, while the editor still has the form before him.</summary>
    private static IEnumerable<FieldFailure> Weakened(SheetRow? row, StepContent step, DefinitionOwner owner)
    {
        if (row is null || row.IsOwn || row.Step.MandatedBy is not { } mandate || mandate.Owner.IsSameHandAs(owner) || row.IsChanged)
        {
            return [];
        }

        var fields = row.Content.WeakenedBy(step);
        fields = step.IsMandatory ? fields : fields.Append(nameof(step.IsMandatory));
        fields = step.Section == row.Content.Section ? fields : fields.Append(nameof(step.Section));
        return fields.Select(field => new FieldFailure(field == nameof(step.PhotoAngle) ? "PhotoAngleZh" : field, "playbooks.weaker-than-mandatory"));
    }
}
