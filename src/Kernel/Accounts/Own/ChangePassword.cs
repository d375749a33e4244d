using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.Own;

/// <summary>A member of staff changes his own password; his other sessions end.</summary>
/// <param name="KeptSession">The session in which he does it.</param>
[Staff]
[AnswerNotStored]
internal sealed record ChangePassword(string Current, string New, string Repeated, Guid KeptSession) : ICommand;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Current).NotEmpty().MaximumLength(200);
        RuleFor(command => command.New).NotEmpty().MaximumLength(200);
        RuleFor(command => command.New).NotEqual(command => command.Current).WithMessage(_ => texts["Password.Same"]);
        RuleFor(command => command.Repeated).MaximumLength(200).Equal(command => command.New).WithMessage(_ => texts["Password.Different"]);
    }
}

internal sealed class ChangePasswordHandler(UserManager<SiteUser> users, IActorContext actors, SessionStore sessions) : ICommandHandler<ChangePassword, Done>
{
    public async Task<Result<Done>> HandleAsync(ChangePassword command, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(actors.Current.UserId.ToString()) is not { } user)
        {
            return Failure.NotFound("accounts.account-unknown");
        }

        var changed = await users.ChangePasswordAsync(user, command.Current, command.New);
        if (!changed.Succeeded)
        {
            return Failure.Invalid(changed.Errors.Select(Describe).ToList());
        }

        await sessions.RevokeOthersAsync(user.Id, command.KeptSession, cancellationToken);
        return Result.Done;
    }

    private static FieldFailure Describe(IdentityError error) =>
        new(error.Code == "PasswordMismatch" ? nameof(ChangePassword.Current) : nameof(ChangePassword.New), "kernel.identity." + error.Code);
}
