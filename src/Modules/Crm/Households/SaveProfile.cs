using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Households;

/// <summary>Writes a new revision of what is known of a household.</summary>
/// <param name="Revision">The revision that the editor had seen; 0 where there was none.</param>
[RequirePermission(CrmPermissions.Edit)]
internal sealed record SaveProfile(Guid CustomerId, string? Scene, string? PainPoints, string? Needs, int Revision) : ICommand;

internal sealed class SaveProfileValidator : AbstractValidator<SaveProfile>
{
    public SaveProfileValidator()
    {
        RuleFor(command => command.Scene).MaximumLength(Lengths.Text);
        RuleFor(command => command.PainPoints).MaximumLength(Lengths.Text);
        RuleFor(command => command.Needs).MaximumLength(Lengths.Text);
    }
}

internal sealed class SaveProfileHandler(ISiteDb db, IActorContext actors, ITimeline timeline, IClock clock) : ICommandHandler<SaveProfile, Done>
{
    public async Task<Result<Done>> HandleAsync(SaveProfile command, CancellationToken cancellationToken)
    {
        var customer = await db.Set<Customer>().FirstOrDefaultAsync(row => row.Id == command.CustomerId, cancellationToken);
        if (customer is null)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        var last = await db.List<HouseholdProfile>().Where(row => row.CustomerId == customer.Id).OrderByDescending(row => row.Revision).FirstOrDefaultAsync(cancellationToken);
        if ((last?.Revision ?? 0) != command.Revision)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(command.Revision, last?.Revision ?? 0) };
        }

        var (scene, painPoints, needs) = (command.Scene.Blank(), command.PainPoints.Blank(), command.Needs.Blank());
        if ((scene, painPoints, needs) == (last?.Scene, last?.PainPoints, last?.Needs))
        {
            return Result.Done;
        }

        db.Set<HouseholdProfile>().Add(new HouseholdProfile
        {
            CustomerId = customer.Id,
            Revision = command.Revision + 1,
            Scene = scene,
            PainPoints = painPoints,
            Needs = needs,
            At = clock.UtcNow,
            By = actors.Current.UserId,
        });
        timeline.Add(customer.Subject, "crm.profile-changed");
        return Result.Done;
    }
}
