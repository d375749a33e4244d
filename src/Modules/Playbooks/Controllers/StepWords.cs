using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Controllers;

/// <summary>Steps, layers and states in words, for the views.</summary>
internal static class StepWords
{
    /// <summary>What a step asks for: its kind, with limits, position and minutes, or angle.</summary>
    public static string Asks(this IStringLocalizer<Texts> texts, StepContent step) =>
        texts.Detail(step) is { Length: > 0 } detail ? $"{texts["Kind." + step.Kind]} · {detail}" : texts["Kind." + step.Kind];

    public static string Icon(StepKind kind) => kind switch
    {
        StepKind.Reading => "gauge",
        StepKind.Photo => "camera",
        StepKind.Flush => "waves",
        StepKind.Signature => "signature",
        StepKind.Text => "text-cursor-input",
        StepKind.FilterChange => "filter",
        _ => "square-check",
    };

    public static string Note(this IStringLocalizer<Texts> texts, FitNote note) => note == FitNote.None ? "" : texts["Fit." + note];

    public static string JobName(this IStringLocalizer<Texts> texts, string jobType) =>
        texts["Job." + jobType] is { ResourceNotFound: false } name ? name : jobType;

    public static string Jobs(this IStringLocalizer<Texts> texts, IEnumerable<string> jobTypes) =>
        string.Join(texts["ListSeparator"], jobTypes.Select(texts.JobName));

    public static string LayerName(this IStringLocalizer<Texts> texts, DefinitionLayer layer) => texts["Layer." + layer];

    /// <summary>Why a step of another layer cannot be touched.</summary>
    public static string Locked(this IStringLocalizer<Texts> texts, string owner, bool mandatory) =>
        mandatory ? texts["Locked.Mandatory", owner] : texts["Locked.OnlyAdds", owner];

    public static (string Tone, string Text) State(this IStringLocalizer<Texts> texts, ProcedureVersion version, DateTime now) => version switch
    {
        { State: DefinitionState.Draft } => ("info", texts["State.Draft"]),
        _ when version.EffectiveFrom > now && !(version.EffectiveUntil <= version.EffectiveFrom) => ("warn", texts["State.Scheduled"]),
        _ when version.EffectiveUntil <= now => ("neutral", texts["State.Retired"]),
        _ => ("good", texts["State.InForce"]),
    };

    public static IEnumerable<SelectListItem> Sections(this IStringLocalizer<Texts> texts) =>
        Enum.GetValues<ProcedureSection>().Select(section => new SelectListItem(texts["Section." + section], section.ToString()));

    public static IEnumerable<SelectListItem> Readings(this IStringLocalizer<Texts> texts) =>
        Enum.GetValues<ReadingKind>().Select(kind => new SelectListItem(texts["Reading." + kind] + Unit(kind), kind.ToString()));

    private static string Unit(ReadingKind kind) => ReadingRange.Of(kind).Unit is { Length: > 0 } unit ? $" ({unit})" : "";

    private static string Detail(this IStringLocalizer<Texts> texts, StepContent step) => step.Kind switch
    {
        StepKind.Reading => texts.Limits(step),
        StepKind.Flush => step.FlushPosition is { } position
            ? texts["Asks.FlushStage", position, step.MinimumMinutes ?? 0]
            : texts["Asks.FlushMachine", step.MinimumMinutes ?? 0],
        StepKind.FilterChange => step.FlushPosition is { } stage ? texts["Asks.ChangeStage", stage] : "",
        StepKind.Photo => step.PhotoAngle?.In(CultureInfo.CurrentUICulture) ?? "",
        _ => "",
    };

    private static string Limits(this IStringLocalizer<Texts> texts, StepContent step)
    {
        var unit = string.IsNullOrEmpty(step.Unit) ? "" : " " + step.Unit;
        return (step.Minimum, step.Maximum) switch
        {
            ({ } low, { } high) => texts["Asks.Between", low, high, unit],
            ({ } low, null) => texts["Asks.AtLeast", low, unit],
            (null, { } high) => texts["Asks.AtMost", high, unit],
            _ => texts["Asks.Value", unit],
        };
    }
}
