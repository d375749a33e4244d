using ServicePlatform.Data;

namespace ServicePlatform.Devices.Models;

/// <summary>A product of a principal: what its machines have in common.</summary>
internal sealed class Model : Entity, IVersioned
{
    /// <summary>Yield where a label states none: half of the water that enters comes out to drink.</summary>
    public const int DefaultYieldPercent = 50;

    private readonly List<ModelFilter> _filters = [];

    public required Guid PrincipalId { get; init; }

    /// <summary>The maker's model code in capitals, unique per principal.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? EnglishName { get; set; }

    public required Guid CategoryId { get; set; }

    /// <summary>MPa.</summary>
    public double? PressureMinimum { get; set; }

    /// <summary>MPa.</summary>
    public double? PressureMaximum { get; set; }

    /// <summary>Volts.</summary>
    public double? VoltageMinimum { get; set; }

    /// <summary>Volts.</summary>
    public double? VoltageMaximum { get; set; }

    /// <summary>Product water of feed water, 1 to 100.</summary>
    public int YieldPercent { get; set; } = DefaultYieldPercent;

    public bool IsActive { get; set; } = true;

    public int Version { get; private set; }

    public IReadOnlyList<ModelFilter> Filters => _filters;

    public static string NormaliseCode(string code) => code.Trim().ToUpperInvariant();

    /// <summary>Brings the filter positions to this list, found by their number. True where anything that due dates rest on changed.</summary>
    public bool SetFilters(IReadOnlyList<ModelFilterInput> inputs)
    {
        var changed = _filters.RemoveAll(filter => inputs.All(input => input.Position != filter.Position)) > 0;
        foreach (var input in inputs)
        {
            var filter = _filters.Find(known => known.Position == input.Position);
            if (filter is null)
            {
                filter = new ModelFilter { ModelId = Id, Position = input.Position };
                _filters.Add(filter);
                changed = true;
            }

            changed |= filter.Set(input);
        }

        return changed;
    }
}
