using ServicePlatform.Data;

namespace ServicePlatform.Devices.Categories;

internal enum AttributeKind
{
    Text,
    Number,
    YesNo,
}

/// <summary>Something that is asked of each machine of a category: tank volume, door type.</summary>
internal sealed class CategoryAttribute : Entity
{
    public Guid CategoryId { get; init; }

    public required string Code { get; init; }

    public string Name { get; private set; } = "";

    public string? EnglishName { get; private set; }

    public AttributeKind Kind { get; private set; }

    public string? Unit { get; private set; }

    public bool IsRequired { get; private set; }

    public int Place { get; private set; }

    public void Set(CategoryAttributeInput input, int place)
    {
        Name = input.Name;
        EnglishName = input.EnglishName;
        Kind = input.Kind;
        Unit = input.Unit;
        IsRequired = input.IsRequired;
        Place = place;
    }
}

internal sealed record CategoryAttributeInput(string Code, string Name, string? EnglishName, AttributeKind Kind, string? Unit, bool IsRequired);
