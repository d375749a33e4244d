using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Areas;

/// <summary>Makes the outlet of an area the primary one, or one among others.</summary>
[EditsNetwork]
internal sealed record SetPrimary(Guid AreaId, bool IsPrimary, string? ExceptionReason) : ICommand;

/// <summary>The organisation no longer serves the area.</summary>
[EditsNetwork]
internal sealed record RemoveArea(Guid AreaId) : ICommand;

internal sealed class SetPrimaryValidator : AbstractValidator<SetPrimary>
{
    public SetPrimaryValidator() => RuleFor(command => command.ExceptionReason).MaximumLength(Lengths.Name);
}

/// <summary>Finds an area that the actor may change.</summary>
internal sealed class EditableAreas(ISiteDb db, NetworkReach reach)
{
    public async Task<Result<(ServiceArea Area, Organisation Organisation)>> FindAsync(Guid areaId, CancellationToken cancellationToken)
    {
        var area = await db.Set<ServiceArea>().FirstOrDefaultAsync(row => row.Id == areaId, cancellationToken);
        var organisation = area is null ? null : await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == area.OrganisationId, cancellationToken);
        if (area is null || organisation is null || !reach.MaySee(organisation.Path) || !reach.MaySeePrincipal(area.PrincipalId))
        {
            return Failure.NotFound("network.area-not-found");
        }

        return reach.MayEdit(organisation.Path) ? (area, organisation) : Failure.Forbidden("network.not-yours");
    }
}

internal sealed class SetPrimaryHandler(EditableAreas areas, AreaLimits limits, ITimeline timeline) : ICommandHandler<SetPrimary, Done>
{
    public async Task<Result<Done>> HandleAsync(SetPrimary command, CancellationToken cancellationToken)
    {
        var found = await areas.FindAsync(command.AreaId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var (area, organisation) = found.Value;
        if (area.IsPrimary == command.IsPrimary)
        {
            return Result.Done;
        }

        if (!command.IsPrimary)
        {
            area.MakeOrdinary();
        }
        else if (area.MakePrimary(await limits.StandingAsync(area, cancellationToken), command.ExceptionReason.Blank()) is { } failure)
        {
            return failure;
        }

        var code = area.IsPrimary ? "network.area-primary" : "network.area-ordinary";
        timeline.Add(organisation.Subject(), code, DivisionTimelineNames.Value(AreaCodes.Division(area.CodePrefix)));
        return Result.Done;
    }
}

internal sealed class RemoveAreaHandler(ISiteDb db, EditableAreas areas, ITimeline timeline) : ICommandHandler<RemoveArea, Done>
{
    public async Task<Result<Done>> HandleAsync(RemoveArea command, CancellationToken cancellationToken)
    {
        var found = await areas.FindAsync(command.AreaId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        db.Set<ServiceArea>().Remove(found.Value.Area);
        timeline.Add(found.Value.Organisation.Subject(), "network.area-removed", DivisionTimelineNames.Value(AreaCodes.Division(found.Value.Area.CodePrefix)));
        return Result.Done;
    }
}
