using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Categories;

/// <summary>Creates a category or brings the one with this code to this state. Answers its id.</summary>
/// <param name="Version">The version that the editor had seen; null where the writer does not care, such as a recipe.</param>
[RequirePermission(DevicePermissions.Catalogue)]
internal sealed record SaveCategory(
    string Code,
    string Name,
    string? EnglishName,
    bool IsActive,
    IReadOnlyList<CategoryAttributeInput> Attributes,
    int? Version = null,
    bool MustBeNew = false) : ICommand<Guid>;

internal sealed class SaveCategoryValidator : AbstractValidator<SaveCategory>
{
    public SaveCategoryValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Code).NotEmpty().MaximumLength(Lengths.Code).Matches(Codes.Form).WithMessage(_ => texts["Invalid.Code"]);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.EnglishName).MaximumLength(Lengths.Name);
        RuleFor(command => command.Attributes).NotNull().Must(list => list.Count <= 40).WithMessage(_ => texts["Invalid.TooMany", 40]);
        RuleForEach(command => command.Attributes).ChildRules(attribute =>
        {
            attribute.RuleFor(input => input.Code).NotEmpty().MaximumLength(Lengths.Code).Matches(Codes.Form).WithMessage(_ => texts["Invalid.Code"]);
            attribute.RuleFor(input => input.Name).NotEmpty().MaximumLength(Lengths.Name);
            attribute.RuleFor(input => input.EnglishName).MaximumLength(Lengths.Name);
            attribute.RuleFor(input => input.Kind).IsInEnum();
            attribute.RuleFor(input => input.Unit).MaximumLength(Lengths.Kind);
        });
        RuleFor(command => command.Attributes)
            .Must(list => list.Select(input => input.Code).Distinct(StringComparer.Ordinal).Count() == list.Count)
            .When(command => command.Attributes is not null)
            .WithMessage(_ => texts["Invalid.CodesTwice"]);
    }
}

internal sealed class SaveCategoryHandler(ISiteDb db, Models.Catalogue catalogue) : ICommandHandler<SaveCategory, Guid>
{
    public async Task<Result<Guid>> HandleAsync(SaveCategory command, CancellationToken cancellationToken)
    {
        var category = await db.Set<Category>().Include(known => known.Attributes)
            .FirstOrDefaultAsync(known => known.Code == command.Code, cancellationToken);
        if (category is not null && command.MustBeNew)
        {
            return Failure.Invalid(nameof(command.Code), "devices.code-taken");
        }

        if (category is not null && command.Version is { } seen && seen != category.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new(seen, category.Version) };
        }

        if (category is null)
        {
            category = new Category { Code = command.Code, Name = command.Name };
            db.Set<Category>().Add(category);
        }

        category.Name = command.Name;
        category.EnglishName = command.EnglishName;
        category.IsActive = command.IsActive;
        category.SetAttributes(command.Attributes);
        catalogue.Forget();
        return category.Id;
    }
}
