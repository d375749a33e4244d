using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data;

namespace ServicePlatform.Devices.Models;

internal sealed class SaveModelValidator : AbstractValidator<SaveModel>
{
    private const int MostPositions = 20;

    public SaveModelValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.PrincipalId).NotEmpty();
        RuleFor(command => command.Code).NotEmpty().MaximumLength(Lengths.Code).Matches(Codes.MakersForm).WithMessage(_ => texts["Invalid.MakersCode"]);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.EnglishName).MaximumLength(Lengths.Name);
        RuleFor(command => command.CategoryCode).NotEmpty().MaximumLength(Lengths.Code);
        RuleFor(command => command.PressureMinimum).InclusiveBetween(0, 2);
        RuleFor(command => command.PressureMaximum).InclusiveBetween(0, 2);
        RuleFor(command => command.VoltageMinimum).InclusiveBetween(0, 500);
        RuleFor(command => command.VoltageMaximum).InclusiveBetween(0, 500);
        RuleFor(command => command.PressureMaximum).GreaterThan(command => command.PressureMinimum)
            .When(command => command.PressureMinimum is not null && command.PressureMaximum is not null)
            .WithMessage(_ => texts["Invalid.Range"]);
        RuleFor(command => command.VoltageMaximum).GreaterThan(command => command.VoltageMinimum)
            .When(command => command.VoltageMinimum is not null && command.VoltageMaximum is not null)
            .WithMessage(_ => texts["Invalid.Range"]);
        RuleFor(command => command.YieldPercent).InclusiveBetween(1, 100);
        RuleFor(command => command.Filters).NotNull().Must(list => list.Count <= MostPositions).WithMessage(_ => texts["Invalid.TooMany", MostPositions]);
        RuleFor(command => command.Filters)
            .Must(list => list.Select(filter => filter.Position).Distinct().Count() == list.Count)
            .When(command => command.Filters is not null)
            .WithMessage(_ => texts["Invalid.PositionsTwice"]);
        RuleForEach(command => command.Filters).ChildRules(filter =>
        {
            filter.RuleFor(input => input.Position).InclusiveBetween(1, MostPositions);
            filter.RuleFor(input => input.PartCode).NotEmpty().MaximumLength(Lengths.Code).Matches(Codes.MakersForm).WithMessage(_ => texts["Invalid.MakersCode"]);
            filter.RuleFor(input => input.Name).NotEmpty().MaximumLength(Lengths.Name);
            filter.RuleFor(input => input.EnglishName).MaximumLength(Lengths.Name);
            filter.RuleFor(input => input.Kind).IsInEnum();
            filter.RuleFor(input => input.LifeDays).InclusiveBetween(1, 3650);
            filter.RuleFor(input => input.LifeLitres).InclusiveBetween(1, 1_000_000);
            filter.RuleFor(input => input.FlushMinutes).InclusiveBetween(0, 240);
        });
    }
}
