using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Fields;

namespace ServicePlatform.Devices.Screens;

/// <summary>What is typed to register or edit a machine, and what its selects offer.</summary>
internal sealed class MachineForm
{
    public Guid? CustomerId { get; set; }

    public Guid? AddressId { get; set; }

    public string? ModelCode { get; set; }

    public string? CategoryCode { get; set; }

    public string? Serial { get; set; }

    public string? Maker { get; set; }

    public MachineStatus Status { get; set; }

    public DateOnly? SoldOn { get; set; }

    public SaleChannel SaleChannel { get; set; }

    public DateOnly? InstalledOn { get; set; }

    public double? LitresPerDay { get; set; }

    public string? Note { get; set; }

    public Dictionary<string, string?> Attributes { get; set; } = new(StringComparer.Ordinal);

    public int Version { get; set; }

    /// <summary>Values of the site's own fields, by code.</summary>
    public Dictionary<string, string?> CustomFields { get; set; } = new(StringComparer.Ordinal);

    [BindNever, ValidateNever]
    public CustomFieldSheet Sheet { get; set; } = CustomFieldSheet.Empty;

    [BindNever, ValidateNever]
    public CustomerSummary? Customer { get; set; }

    [BindNever, ValidateNever]
    public MachineDetail? Machine { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<CategoryAttribute> Asked { get; set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Addresses { get; set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Models { get; set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Categories { get; set; } = [];

    public static MachineForm Of(MachineDetail detail)
    {
        var machine = detail.Machine;
        var form = new MachineForm
        {
            AddressId = machine.AddressId,
            ModelCode = detail.Model?.Code,
            CategoryCode = detail.Category.Code,
            Serial = machine.Serial,
            Maker = machine.Maker,
            Status = machine.Status,
            SoldOn = machine.SoldOn,
            SaleChannel = machine.SaleChannel,
            InstalledOn = machine.InstalledOn,
            LitresPerDay = machine.LitresPerDay,
            Note = machine.Note,
            Attributes = machine.Attributes.ToDictionary(attribute => attribute.Code, attribute => (string?)attribute.Value, StringComparer.Ordinal),
            Version = machine.Version,
            CustomFields = new(detail.Fields.Values, StringComparer.Ordinal),
        };
        form.Take(detail);
        return form;
    }

    /// <summary>Takes over what is shown beside the fields.</summary>
    public void Take(MachineDetail detail)
    {
        Machine = detail;
        CustomerId = detail.Machine.CustomerId;
        Asked = [.. detail.Category.Attributes.OrderBy(attribute => attribute.Place)];
    }

    public RegisterMachine ToRegister(Guid principalId) =>
        new(principalId, CustomerId ?? Guid.Empty, AddressId, ModelCode, CategoryCode, Serial, SoldOn, InstalledOn, null, LitresPerDay, SaleChannel, Maker, Note, null, CustomFieldInput.Whole(CustomFields));

    public EditMachine ToEdit(Guid machineId) =>
        new(machineId, AddressId, ModelCode, CategoryCode, Serial, Maker, Status, SoldOn, SaleChannel, InstalledOn, LitresPerDay, Note, Values(), Version, CustomFieldInput.Whole(CustomFields));

    private Dictionary<string, string> Values() =>
        Attributes.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
}

/// <summary>What is typed to give a machine to another customer.</summary>
internal sealed class TransferForm
{
    public Guid? CustomerId { get; set; }

    public Guid? AddressId { get; set; }

    public int Version { get; set; }

    [BindNever, ValidateNever]
    public MachineDetail Machine { get; set; } = null!;

    [BindNever, ValidateNever]
    public CustomerSummary? Customer { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Addresses { get; set; } = [];
}
