using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.CustomFields.Values;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.CustomFields.Definitions;

/// <summary>Adds a field (id null) or changes one. Kind and code stand for ever; the type while no thing has a value.</summary>
/// <param name="Choices">Of a choice. One without a code is new and gets one.</param>
[RequirePermission(CustomFieldPermissions.Manage)]
internal sealed record SaveField(
    Guid? FieldId,
    string SubjectKind,
    string Code,
    string Name,
    string? EnglishName,
    CustomFieldType Type,
    Guid? PrincipalId,
    bool IsRequired,
    bool IsFilter,
    bool IsActive,
    IReadOnlyList<ChoiceInput> Choices,
    double? Least,
    double? Most,
    string? Unit,
    int Version) : ICommand<Guid>;

internal sealed record ChoiceInput(string? Code, string Name, string? EnglishName);

internal sealed class SaveFieldValidator : AbstractValidator<SaveField>
{
    public SaveFieldValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Code).NotEmpty().MaximumLength(Lengths.Kind)
            .Matches(FieldDefinition.CodeForm).When(command => !string.IsNullOrEmpty(command.Code)).WithMessage(_ => texts["Invalid.Code"]);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Code);
        RuleFor(command => command.EnglishName).MaximumLength(Lengths.Code);
        RuleFor(command => command.Type).IsInEnum();
        RuleFor(command => command.Unit).MaximumLength(Lengths.Kind);
        RuleFor(command => command.Most).GreaterThanOrEqualTo(command => command.Least).When(command => command.Least is not null && command.Most is not null).WithMessage(_ => texts["Invalid.Range"]);
        RuleFor(command => command.Choices).Must(choices => choices.Count > 0).When(command => command.Type == CustomFieldType.Choice).WithMessage(_ => texts["Invalid.NoChoices"]);
        RuleFor(command => command.Choices).Must(choices => choices.Count <= FieldDefinition.MostChoices).WithMessage(_ => texts["Invalid.TooManyChoices", FieldDefinition.MostChoices]);
        RuleFor(command => command.Choices).Must(choices => choices.Select(choice => choice.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == choices.Count).WithMessage(_ => texts["Invalid.ChoiceTwice"]);
        RuleFor(command => command.Choices).Must(choices => choices.Where(choice => !string.IsNullOrEmpty(choice.Code)).GroupBy(choice => choice.Code, StringComparer.Ordinal).All(same => same.Count() == 1)).WithMessage(_ => texts["Invalid.ChoiceTwice"]);
        RuleForEach(command => command.Choices).ChildRules(choice =>
        {
            choice.RuleFor(row => row.Name).NotEmpty().MaximumLength(Lengths.Code);
            choice.RuleFor(row => row.EnglishName).MaximumLength(Lengths.Code);
            choice.RuleFor(row => row.Code).MaximumLength(Lengths.Kind).Matches(FieldDefinition.ChoiceForm).When(row => !string.IsNullOrEmpty(row.Code)).WithMessage(_ => texts["Invalid.Code"]);
        });
    }
}

internal sealed class SaveFieldHandler(ISiteDb db, IEnumerable<ICustomFieldSubject> subjects, IEnumerable<IPrincipalNames> principals, IClock clock) : ICommandHandler<SaveField, Guid>
{
    public async Task<Result<Guid>> HandleAsync(SaveField command, CancellationToken cancellationToken)
    {
        if (command.PrincipalId is { } principal && (principals.LastOrDefault() is not { } names || !(await names.CodesAsync(cancellationToken)).ContainsKey(principal)))
        {
            return Failure.Invalid(nameof(command.PrincipalId), "custom-fields.principal-unknown");
        }

        var found = command.FieldId is { } id ? await FindAsync(id, command, cancellationToken) : await AddAsync(command, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var field = found.Value;
        var choices = command.Type == CustomFieldType.Choice ? WithCodes(command.Choices, field.Choices) : [];
        if (await InUseAsync(field, command, choices, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (ChoiceText.Write(choices).Length > Lengths.Json)
        {
            return Failure.Invalid(nameof(command.Choices), "custom-fields.choices-long");
        }

        var (before, wasActive) = (field.ToField(), field.IsActive);
        var isNumber = command.Type == CustomFieldType.Number;
        (field.Name, field.EnglishName) = (command.Name.Trim(), string.IsNullOrWhiteSpace(command.EnglishName) ? null : command.EnglishName.Trim());
        (field.Type, field.PrincipalId, field.IsRequired, field.IsFilter, field.IsActive) = (command.Type, command.PrincipalId, command.IsRequired, command.IsFilter, command.IsActive);
        (field.Choices, field.Least, field.Most, field.Unit) = (choices.SequenceEqual(field.Choices) ? field.Choices : choices, isNumber ? command.Least : null, isNumber ? command.Most : null, isNumber && !string.IsNullOrWhiteSpace(command.Unit) ? command.Unit.Trim() : null);
        if (command.FieldId is null || field.ToField() != before || field.IsActive != wasActive)
        {
            field.ChangedAt = clock.UtcNow;
        }

        return field.Id;
    }

    private async Task<Result<FieldDefinition>> FindAsync(Guid id, SaveField command, CancellationToken cancellationToken)
    {
        var field = await db.Set<FieldDefinition>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return field is null ? Failure.NotFound("custom-fields.not-found")
            : field.Version == command.Version ? field
            : new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(command.Version, field.Version) };
    }

    private async Task<Result<FieldDefinition>> AddAsync(SaveField command, CancellationToken cancellationToken)
    {
        if (subjects.All(subject => subject.Kind != command.SubjectKind))
        {
            return Failure.Invalid(nameof(command.SubjectKind), "custom-fields.kind-unknown");
        }

        var standing = await db.List<FieldDefinition>().Where(row => row.SubjectKind == command.SubjectKind).Select(row => new { row.Code, row.Place }).ToListAsync(cancellationToken);
        if (standing.Any(row => row.Code == command.Code))
        {
            return Failure.Invalid(nameof(command.Code), "custom-fields.code-taken", command.Code);
        }

        if (standing.Count >= FieldDefinition.MostOfKind)
        {
            return Failure.Conflict("custom-fields.too-many", FieldDefinition.MostOfKind);
        }

        var field = new FieldDefinition { SubjectKind = command.SubjectKind, Code = command.Code, Name = command.Name, Type = command.Type, Place = standing.Select(row => row.Place).DefaultIfEmpty().Max() + 1 };
        db.Set<FieldDefinition>().Add(field);
        return field;
    }

    private async Task<Failure?> InUseAsync(FieldDefinition field, SaveField command, IReadOnlyList<CustomChoice> choices, CancellationToken cancellationToken)
    {
        if (command.FieldId is null)
        {
            return null;
        }

        var values = db.List<FieldValue>().Where(value => value.DefinitionId == field.Id);
        if (field.Type != command.Type)
        {
            return await values.AnyAsync(cancellationToken) ? Failure.Invalid(nameof(command.Type), "custom-fields.type-in-use") : null;
        }

        foreach (var gone in field.Choices.Where(choice => choices.All(kept => kept.Code != choice.Code)))
        {
            if (await values.AnyAsync(value => value.Text == gone.Code, cancellationToken))
            {
                return Failure.Invalid(nameof(command.Choices), "custom-fields.choice-in-use", gone.LocalName);
            }
        }

        return null;
    }

    private static List<CustomChoice> WithCodes(IReadOnlyList<ChoiceInput> inputs, IReadOnlyList<CustomChoice> standing)
    {
        var used = standing.Select(choice => choice.Code).Concat(inputs.Select(input => input.Code).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        var choices = new List<CustomChoice>();
        foreach (var input in inputs)
        {
            var code = string.IsNullOrEmpty(input.Code) ? Next(used) : input.Code;
            choices.Add(new CustomChoice(code, input.Name.Trim(), string.IsNullOrWhiteSpace(input.EnglishName) ? null : input.EnglishName.Trim()));
        }

        return choices;
    }

    private static string Next(HashSet<string> used)
    {
        var number = used.Count + 1;
        while (!used.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{number}")))
        {
            number++;
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{number}");
    }
}
