using ServicePlatform.Devices.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Demo.Raw;

/// <summary>What customers report, and what is found and done.</summary>
/// <param name="MachineTypes">Types of models that it happens to; null for any of the category.</param>
/// <param name="Pressure">Feed pressure that is found, MPa.</param>
/// <param name="RejectionBefore">Percent of dissolved solids held back as found.</param>
/// <param name="Report">In a customer's words.</param>
/// <param name="UsedDays">Days of use that the texts speak of; null where they speak of none.</param>
/// <param name="OtherReports">The same in the words of other customers.</param>
internal sealed record Fault(
    string Code,
    string Category,
    string ProductCategory,
    string JobType,
    Urgency Urgency,
    IReadOnlyList<string>? MachineTypes,
    LocalText Report,
    LocalText Finding,
    LocalText Conclusion,
    string? Part,
    IReadOnlyList<FilterKind> FilterKinds,
    double? Pressure,
    double? RejectionBefore,
    double? RejectionAfter,
    int? UsedDays = null,
    IReadOnlyList<LocalText>? OtherReports = null)
{
    /// <summary>The same in the words of several customers.</summary>
    public IReadOnlyList<LocalText> Reports => [Report, .. OtherReports ?? []];

    public bool Fits(ModelRow? model) =>
        model is not null && model.Category == ProductCategory && MachineTypes?.Contains(model.Type, StringComparer.Ordinal) != false
        && (FilterKinds.Count == 0 || model.Filters.Any(filter => FilterKinds.Contains(filter.Kind)));
}
