using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Machines;

/// <summary>One unit in a household or company. It may be an orphan: its maker or its sale is not known.</summary>
[SubjectKind(Kind)]
internal sealed class Machine : Entity, IGranted, IVersioned
{
    public const string Kind = "machine";

    private readonly List<MachineAttribute> _attributes = [];

    public required Guid PrincipalId { get; init; }

    public required Guid CustomerId { get; set; }

    public Guid? AddressId { get; set; }

    /// <summary>Normalised.</summary>
    public string? Serial
    {
        get;
        set
        {
            field = value;
            SerialKey = value ?? "#" + Id.ToString("N");
        }
    }

    /// <summary>The serial, or a stand-in where there is none, so that a unique index holds on every database.</summary>
    public string SerialKey { get; private set; } = "";

    public Guid? ModelId { get; set; }

    public required Guid CategoryId { get; set; }

    /// <summary>What is written on it, where it is of no model of the catalogue.</summary>
    public string? Maker { get; set; }

    public MachineStatus Status { get; set; } = MachineStatus.Sold;

    public bool IsOrphan { get; set; }

    public DateOnly? SoldOn { get; set; }

    public SaleChannel SaleChannel { get; set; }

    public string? SoldByPath { get; set; }

    /// <summary>In the site's zone.</summary>
    public DateOnly? InstalledOn { get; set; }

    public string? InstalledByPath { get; set; }

    /// <summary>Drinking water a day where it is known; else the household's size tells it.</summary>
    public double? LitresPerDay { get; set; }

    /// <summary>The earliest due date of its filters; null where none is in use.</summary>
    public DateOnly? FiltersDueOn { get; set; }

    public string? Note { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime RegisteredAt { get; init; }

    public int Version { get; private set; }

    public IReadOnlyList<MachineAttribute> Attributes => _attributes;

    public DateTime ListedAt => RegisteredAt;

    public Subject Subject => new(Kind, Id);

    /// <summary>Its filters wear while it stands with the customer, also while it is away for a few days.</summary>
    public bool CountsFilters => Status is MachineStatus.InUse or MachineStatus.Away;

    /// <summary>Starts its use. The first day stands where it was already known.</summary>
    public void Install(DateOnly on, string? organisationPath)
    {
        if (Status == MachineStatus.Sold || InstalledOn is null)
        {
            InstalledOn = on;
        }

        Status = MachineStatus.InUse;
        InstalledByPath = organisationPath ?? InstalledByPath;
    }

    /// <summary>Brings the attribute values to this list, found by code; an empty value removes.</summary>
    public void SetAttributes(IReadOnlyDictionary<string, string> values)
    {
        _attributes.RemoveAll(attribute => !values.TryGetValue(attribute.Code, out var value) || string.IsNullOrWhiteSpace(value));
        foreach (var (code, value) in values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)))
        {
            var attribute = _attributes.Find(known => known.Code == code);
            if (attribute is null)
            {
                _attributes.Add(new MachineAttribute { MachineId = Id, Code = code, Value = value.Trim() });
            }
            else
            {
                attribute.Value = value.Trim();
            }
        }
    }
}

/// <summary>The value of an attribute of the machine's category.</summary>
internal sealed class MachineAttribute : Entity
{
    public Guid MachineId { get; init; }

    public required string Code { get; init; }

    public required string Value { get; set; }
}
