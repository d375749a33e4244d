using ServicePlatform.Data;

namespace ServicePlatform.Devices.Categories;

/// <summary>A kind of product that the site serves. Its attributes are data, so that a new one needs no code.</summary>
internal sealed class Category : Entity, IVersioned
{
    private readonly List<CategoryAttribute> _attributes = [];

    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? EnglishName { get; set; }

    /// <summary>False where no new machine may be registered in it.</summary>
    public bool IsActive { get; set; } = true;

    public int Version { get; private set; }

    public IReadOnlyList<CategoryAttribute> Attributes => _attributes;

    /// <summary>Brings the attributes to this list, found by their code; the order is the list's.</summary>
    public void SetAttributes(IReadOnlyList<CategoryAttributeInput> inputs)
    {
        _attributes.RemoveAll(attribute => inputs.All(input => input.Code != attribute.Code));
        for (var place = 0; place < inputs.Count; place++)
        {
            var input = inputs[place];
            var attribute = _attributes.Find(known => known.Code == input.Code);
            if (attribute is null)
            {
                attribute = new CategoryAttribute { CategoryId = Id, Code = input.Code };
                _attributes.Add(attribute);
            }

            attribute.Set(input, place);
        }
    }
}
