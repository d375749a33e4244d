using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.Fields;

namespace ServicePlatform.CustomFields.Controllers;

internal sealed class FieldForm
{
    private const int BlankChoices = 4;

    public Guid? Id { get; set; }

    public string? SubjectKind { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    public CustomFieldType Type { get; set; }

    public Guid? PrincipalId { get; set; }

    public bool IsRequired { get; set; }

    public bool IsFilter { get; set; }

    public bool IsActive { get; set; } = true;

    public List<ChoiceRow> Choices { get; set; } = [];

    public double? Least { get; set; }

    public double? Most { get; set; }

    public string? Unit { get; set; }

    public int Version { get; set; }

    [BindNever]
    public bool IsUsed { get; set; }

    [BindNever]
    public IReadOnlyList<SelectListItem> Kinds { get; set; } = [];

    [BindNever]
    public IReadOnlyList<SelectListItem> Principals { get; set; } = [];

    public static FieldForm Of(FieldLine line) => new()
    {
        Id = line.Field.Id,
        SubjectKind = line.Field.SubjectKind,
        Code = line.Field.Code,
        Name = line.Field.Name,
        EnglishName = line.Field.EnglishName,
        Type = line.Field.Type,
        PrincipalId = line.Field.PrincipalId,
        IsRequired = line.Field.IsRequired,
        IsFilter = line.Field.IsFilter,
        IsActive = line.Field.IsActive,
        Choices = [.. line.Field.Choices.Select(choice => new ChoiceRow { Code = choice.Code, Name = choice.Name, EnglishName = choice.EnglishName })],
        Least = line.Field.Least,
        Most = line.Field.Most,
        Unit = line.Field.Unit,
        Version = line.Field.Version,
        IsUsed = line.IsUsed,
    };

    public void AddBlankChoices()
    {
        for (var blank = Choices.Count(choice => choice.IsEmpty); blank < BlankChoices; blank++)
        {
            Choices.Add(new ChoiceRow());
        }
    }

    public SaveField ToCommand() => new(
        Id,
        SubjectKind ?? "",
        (Code ?? "").Trim(),
        Name ?? "",
        EnglishName,
        Type,
        PrincipalId,
        IsRequired,
        IsFilter,
        IsActive,
        [.. Choices.Where(choice => !choice.IsEmpty).Select(choice => new ChoiceInput(choice.Code, (choice.Name ?? "").Trim(), choice.EnglishName))],
        Least,
        Most,
        Unit,
        Version);
}

internal sealed class ChoiceRow
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(EnglishName);
}
