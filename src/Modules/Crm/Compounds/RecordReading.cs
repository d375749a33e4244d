using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Compounds;

/// <summary>Adds figures of the water in a compound. The same day and source with the same figures is kept once.</summary>
/// <param name="Tds">mg/L, 0 to 5,000.</param>
/// <param name="Hardness">mg/L as CaCO3, 0 to 2,000.</param>
/// <param name="ResidualChlorine">mg/L, 0 to 10.</param>
[RequirePermission(CrmPermissions.Edit)]
internal sealed record RecordReading(Guid CompoundId, DateOnly TakenOn, WaterSource Source, double? Tds, double? Hardness, double? ResidualChlorine) : ICommand;

internal sealed class RecordReadingValidator : AbstractValidator<RecordReading>
{
    public RecordReadingValidator(IStringLocalizer<Texts> texts, IClock clock)
    {
        RuleFor(command => command.Source).IsInEnum();
        RuleFor(command => command.TakenOn)
            .Must(day => day >= new DateOnly(2000, 1, 1) && day <= DateOnly.FromDateTime(clock.UtcNow.AddDays(1)))
            .WithMessage(_ => texts["Validation.ReadingDay"]);
        RuleFor(command => command.Tds).InclusiveBetween(0, 5000);
        RuleFor(command => command.Hardness).InclusiveBetween(0, 2000);
        RuleFor(command => command.ResidualChlorine).InclusiveBetween(0, 10);
        RuleFor(command => command.Tds)
            .Must((command, _) => command.Tds is not null || command.Hardness is not null || command.ResidualChlorine is not null)
            .WithMessage(_ => texts["Validation.NoFigure"]);
    }
}

internal sealed class RecordReadingHandler(ISiteDb db, ITimeline timeline, IEvents events) : ICommandHandler<RecordReading, Done>
{
    public async Task<Result<Done>> HandleAsync(RecordReading command, CancellationToken cancellationToken)
    {
        if (!await db.List<Compound>().AnyAsync(row => row.Id == command.CompoundId, cancellationToken))
        {
            return Failure.NotFound("crm.compound-not-found");
        }

        var sameDay = await db.List<CompoundReading>().Where(row => row.CompoundId == command.CompoundId && row.TakenOn == command.TakenOn).ToListAsync(cancellationToken);
        if (sameDay.Exists(row => row.Source == command.Source && row.Tds == command.Tds && row.Hardness == command.Hardness && row.ResidualChlorine == command.ResidualChlorine))
        {
            return Result.Done;
        }

        db.Set<CompoundReading>().Add(new CompoundReading
        {
            CompoundId = command.CompoundId,
            TakenOn = command.TakenOn,
            Source = command.Source,
            Tds = command.Tds,
            Hardness = command.Hardness,
            ResidualChlorine = command.ResidualChlorine,
        });
        timeline.Add(new Subject(Compound.SubjectKind, command.CompoundId), "crm.water-recorded", "@WaterSource." + command.Source);
        events.Publish(new CompoundWaterRecorded(command.CompoundId));
        return Result.Done;
    }
}
