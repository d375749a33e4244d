using Microsoft.AspNetCore.Mvc.ModelBinding;
using ServicePlatform.Devices.Categories;

namespace ServicePlatform.Devices.Screens;

/// <summary>What is typed to add or edit a category. Rows of attributes without a code do not count; they stand at the end.</summary>
internal sealed class CategoryForm
{
    private const int SpareRows = 2;

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    public bool IsActive { get; set; } = true;

    public List<AttributeRow> Attributes { get; set; } = [];

    public int Version { get; set; }

    [BindNever]
    public bool IsNew { get; set; }

    public static CategoryForm Empty()
    {
        var form = new CategoryForm { IsNew = true };
        form.MakeRoom();
        return form;
    }

    public static CategoryForm Of(Category category)
    {
        var form = new CategoryForm
        {
            Code = category.Code,
            Name = category.Name,
            EnglishName = category.EnglishName,
            IsActive = category.IsActive,
            Version = category.Version,
            Attributes = [.. category.Attributes.OrderBy(attribute => attribute.Place).Select(AttributeRow.Of)],
        };
        form.MakeRoom();
        return form;
    }

    public void MakeRoom()
    {
        var rows = Attributes.Count(row => !row.IsEmpty) + SpareRows;
        while (Attributes.Count < rows)
        {
            Attributes.Add(new AttributeRow());
        }
    }

    public SaveCategory ToCommand() =>
        new(Code ?? "", Name ?? "", EnglishName, IsActive, [.. Attributes.Where(row => !row.IsEmpty).Select(row => row.ToInput())], IsNew ? null : Version, MustBeNew: IsNew);
}

/// <summary>One attribute as typed.</summary>
internal sealed class AttributeRow
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    public AttributeKind Kind { get; set; }

    public string? Unit { get; set; }

    public bool IsRequired { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Name);

    public static AttributeRow Of(CategoryAttribute attribute) => new()
    {
        Code = attribute.Code,
        Name = attribute.Name,
        EnglishName = attribute.EnglishName,
        Kind = attribute.Kind,
        Unit = attribute.Unit,
        IsRequired = attribute.IsRequired,
    };

    public CategoryAttributeInput ToInput() => new(Code ?? "", Name ?? "", EnglishName, Kind, Unit, IsRequired);
}
