using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Areas;

/// <summary>
/// Lets an organisation serve divisions for a principal in some categories. An area that stands already takes over the
/// primary mark that is asked for here. Divisions are whole codes or their prefixes: <c>131000</c> or <c>1310</c>. A dealer gives his sub-outlets only what lies within his own areas.
/// </summary>
[EditsNetwork]
internal sealed record AddAreas(
    Guid OrganisationId,
    Guid PrincipalId,
    IReadOnlyList<string> CategoryCodes,
    IReadOnlyList<string> DivisionCodes,
    bool IsPrimary,
    string? ExceptionReason) : ICommand;

internal sealed class AddAreasValidator : AbstractValidator<AddAreas>
{
    public AddAreasValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.CategoryCodes).NotEmpty().Must(codes => codes.Count <= 50).WithMessage(_ => texts["Validation.TooMany"]);
        RuleForEach(command => command.CategoryCodes).NotEmpty().MaximumLength(Lengths.Code);
        RuleFor(command => command.DivisionCodes).NotEmpty().Must(codes => codes.Count <= 500).WithMessage(_ => texts["Validation.TooMany"]);
        RuleForEach(command => command.DivisionCodes).Matches("^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$").WithMessage(_ => texts["Validation.Division"]);
        RuleFor(command => command.ExceptionReason).MaximumLength(Lengths.Name);
    }
}

internal sealed class AddAreasHandler(ISiteDb db, NetworkReach reach, AreaLimits limits, IDivisions divisions, ITimeline timeline) : ICommandHandler<AddAreas, Done>
{
    public async Task<Result<Done>> HandleAsync(AddAreas command, CancellationToken cancellationToken)
    {
        var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == command.OrganisationId, cancellationToken);
        if (organisation is null || !reach.MaySee(organisation.Path))
        {
            return Failure.NotFound("network.organisation-not-found");
        }

        if (!reach.MayEdit(organisation.Path))
        {
            return Failure.Forbidden("network.not-yours");
        }

        if (command.DivisionCodes.FirstOrDefault(code => divisions.Find(AreaCodes.Division(code)) is null) is { } unknown)
        {
            return Failure.Invalid(nameof(command.DivisionCodes), "network.division-unknown", unknown);
        }

        if (await limits.RefusalAsync(organisation, command, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var standing = await db.Set<ServiceArea>()
            .Where(area => area.OrganisationId == organisation.Id && area.PrincipalId == command.PrincipalId)
            .ToListAsync(cancellationToken);
        foreach (var category in command.CategoryCodes.Distinct(StringComparer.Ordinal))
        {
            foreach (var code in command.DivisionCodes.Distinct(StringComparer.Ordinal))
            {
                if (await AddAsync(organisation, command, category, code, standing, cancellationToken) is { } failure)
                {
                    return failure;
                }
            }
        }

        return Result.Done;
    }

    private async Task<Failure?> AddAsync(
        Organisation organisation, AddAreas command, string category, string code, List<ServiceArea> standing, CancellationToken cancellationToken)
    {
        var prefix = AreaCodes.Prefix(code);
        var area = standing.Find(row => row.CategoryCode == category && row.CodePrefix == prefix);
        if (area is null)
        {
            area = new ServiceArea { OrganisationId = organisation.Id, PrincipalId = command.PrincipalId, CategoryCode = category, CodePrefix = prefix };
            area.MakeOrdinary();
            standing.Add(area);
            db.Set<ServiceArea>().Add(area);
            timeline.Add(organisation.Subject(), "network.area-added", DivisionTimelineNames.Value(AreaCodes.Division(prefix)));
        }

        if (!command.IsPrimary)
        {
            return null;
        }

        var failure = area.MakePrimary(await limits.StandingAsync(area, cancellationToken), command.ExceptionReason.Blank());
        return failure;
    }
}
