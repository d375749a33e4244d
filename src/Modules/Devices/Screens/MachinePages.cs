using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Fields;

namespace ServicePlatform.Devices.Screens;

internal sealed record MachineListPage(MachineView View, MachineList List, IReadOnlyList<SelectListItem> Categories, IReadOnlyList<CustomField> Fields, string? Text)
{
    /// <summary>A figure for a tab; past the most that is counted, only that there are more.</summary>
    public static string Count(int count) => count > ListMachinesHandler.MostCounted ? $"{ListMachinesHandler.MostCounted}+" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="OpenDialog">The dialog that stands open because its form came back with errors.</param>
internal sealed record MachinePage(MachineDetail Detail, string? OpenDialog);

internal sealed class FilterChangeForm
{
    public int Position { get; set; }

    public string? FilterSerial { get; set; }

    public DateOnly? ChangedOn { get; set; }
}

internal sealed class ReadingsForm
{
    /// <summary>The site's wall clock; now where left out.</summary>
    public DateTime? ReadAt { get; set; }

    public double? TdsIn { get; set; }

    public double? TdsOut { get; set; }

    public double? Hardness { get; set; }

    public double? InletPressure { get; set; }

    public double? Flow { get; set; }

    public double? ResidualChlorine { get; set; }

    public IReadOnlyList<ReadingInput> Readings() =>
    [
        .. new (ReadingKind Kind, double? Value)[]
        {
            (ReadingKind.TdsIn, TdsIn),
            (ReadingKind.TdsOut, TdsOut),
            (ReadingKind.Hardness, Hardness),
            (ReadingKind.InletPressure, InletPressure),
            (ReadingKind.Flow, Flow),
            (ReadingKind.ResidualChlorine, ResidualChlorine),
        }
        .Where(reading => reading.Value is not null)
        .Select(reading => new ReadingInput(reading.Kind, reading.Value!.Value)),
    ];
}

internal static class CategoryOptions
{
    public static SelectListItem AsOption(this Category category) => new(LocalName.Of(category.Name, category.EnglishName), category.Code);
}

/// <summary>One filter in place with the chain of its position, the newest first.</summary>
internal sealed record FilterPart(FilterState State, IReadOnlyList<Filters.InstalledFilter> Chain, int YieldPercent, Filters.Pace Pace);
