using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Controllers;

/// <summary>What is typed into the form of a step.</summary>
internal sealed class StepInput
{
    [BindNever]
    public string? Code { get; set; }

    public string? After { get; set; }

    public ProcedureSection Section { get; set; }

    public StepKind Kind { get; set; }

    public string? TitleZh { get; set; }

    public string? TitleEn { get; set; }

    public string? InstructionZh { get; set; }

    public string? InstructionEn { get; set; }

    public bool IsMandatory { get; set; }

    public ReadingKind? Reading { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public string? RemedyZh { get; set; }

    public string? RemedyEn { get; set; }

    public int? FlushPosition { get; set; }

    public int? MinimumMinutes { get; set; }

    public string? PhotoAngleZh { get; set; }

    public string? PhotoAngleEn { get; set; }

    public int Version { get; set; }

    [BindNever]
    [ValidateNever]
    public DraftView Draft { get; private set; } = null!;

    public static StepInput Of(StepContent step, int version) => new()
    {
        Code = step.Code,
        Section = step.Section,
        Kind = step.Kind,
        TitleZh = step.Title.Zh,
        TitleEn = step.Title.En,
        InstructionZh = step.Instruction?.Zh,
        InstructionEn = step.Instruction?.En,
        IsMandatory = step.IsMandatory,
        Reading = step.Reading,
        Minimum = step.Minimum,
        Maximum = step.Maximum,
        RemedyZh = step.Remedy?.Zh,
        RemedyEn = step.Remedy?.En,
        FlushPosition = step.FlushPosition,
        MinimumMinutes = step.MinimumMinutes,
        PhotoAngleZh = step.PhotoAngle?.Zh,
        PhotoAngleEn = step.PhotoAngle?.En,
        Version = version,
    };

    public StepInput In(DraftView draft)
    {
        Draft = draft;
        return this;
    }

    public SaveStep ToCommand(Guid layerId, string? code) => new(
        layerId, code, After, Section, Kind, TitleZh, TitleEn, InstructionZh, InstructionEn, IsMandatory, Reading, Minimum, Maximum,
        RemedyZh, RemedyEn, FlushPosition, MinimumMinutes, PhotoAngleZh, PhotoAngleEn, Version);
}
