using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Technicians;

/// <summary>Gives a technician an account with which he signs in on his phone.</summary>
/// <param name="UserName">3 to 40 letters, digits, dots and dashes; new in the site.</param>
[EditsNetwork]
[AnswerNotStored]
internal sealed record CreateTechnicianAccount(Guid TechnicianId, string UserName, string Password) : ICommand;

internal sealed class CreateTechnicianAccountValidator : AbstractValidator<CreateTechnicianAccount>
{
    public CreateTechnicianAccountValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.UserName).NotEmpty().Length(3, 40).Matches("^[A-Za-z0-9][A-Za-z0-9.-]*$").WithMessage(_ => texts["Validation.UserName"]);
        RuleFor(command => command.Password).NotEmpty().Length(8, 100);
    }
}

internal sealed class CreateTechnicianAccountHandler(ISiteDb db, NetworkReach reach, TechnicianAccounts accounts, ITimeline timeline, IClock clock)
    : ICommandHandler<CreateTechnicianAccount, Done>
{
    public async Task<Result<Done>> HandleAsync(CreateTechnicianAccount command, CancellationToken cancellationToken)
    {
        var technician = await db.Set<Technician>().FirstOrDefaultAsync(row => row.Id == command.TechnicianId, cancellationToken);
        var organisation = technician is null ? null : await db.Set<Organisation>().FirstAsync(row => row.Id == technician.OrganisationId, cancellationToken);
        if (technician is null || !reach.MayEditPeople(organisation!.Path))
        {
            return Failure.NotFound("network.technician-not-found");
        }

        if (technician.UserId is not null)
        {
            return Failure.Conflict("network.account-exists", technician.UserName!);
        }

        if (!technician.IsActive)
        {
            return Failure.Conflict("network.technician-inactive");
        }

        if (await accounts.OpenAsync(technician, organisation, command.UserName, command.Password, cancellationToken) is { } failure)
        {
            return failure;
        }

        technician.ChangedAt = clock.UtcNow;
        timeline.Add(technician.Subject, "network.account-opened");
        return Result.Done;
    }
}
