using FluentValidation;
using ServicePlatform.Accounts.Roles;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Phones;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.People;

/// <summary>Makes an account for a member of staff. He works for the same principals as whoever makes it.</summary>
/// <param name="Place">Path of the organisation whose subtree he works in; null where the site has none.</param>
[RequirePermission(AccountPermissions.Manage)]
[AnswerNotStored]
internal sealed record AddAccount(string UserName, string DisplayName, string? Phone, string? Place, IReadOnlyList<string> Roles) : ICommand<NewAccount>;

/// <param name="Password">To hand over; it is kept nowhere.</param>
internal sealed record NewAccount(Guid Id, string Password);

internal sealed class AddAccountValidator : AbstractValidator<AddAccount>
{
    public AddAccountValidator()
    {
        RuleFor(command => command.UserName).NotEmpty().MaximumLength(60);
        RuleFor(command => command.DisplayName).NotEmpty().MaximumLength(60);
        RuleFor(command => command.Phone).MaximumLength(40);
        RuleFor(command => command.Place).MaximumLength(Lengths.Path);
        RuleFor(command => command.Roles).NotEmpty();
        RuleFor(command => command.Roles.Count).LessThanOrEqualTo(50);
        RuleForEach(command => command.Roles).MaximumLength(Lengths.Code);
    }
}

internal sealed class AddAccountHandler(ISiteAccounts accounts, AccountReach reach, SiteRoles roles, IEnumerable<IScopeDirectory> places, IActorContext actors, ISiteContext site)
    : ICommandHandler<AddAccount, NewAccount>
{
    public async Task<Result<NewAccount>> HandleAsync(AddAccount command, CancellationToken cancellationToken)
    {
        if (command.Phone is { Length: > 0 } && PhoneNumber.Parse(command.Phone) is null)
        {
            return Failure.Invalid(nameof(command.Phone), "accounts.phone-unreadable");
        }

        if (command.Roles.FirstOrDefault(role => !roles.Offered.Contains(role, StringComparer.Ordinal)) is { } unknown)
        {
            return Failure.Invalid(nameof(command.Roles), "kernel.role-unknown", unknown);
        }

        if (!await reach.MayGiveAsync(command.Roles, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Roles), "accounts.role-above-you");
        }

        if (await PlaceFailureAsync(command.Place, cancellationToken) is { } failure)
        {
            return failure;
        }

        // Names are unique in the whole site, also where the account lies out of the actor's reach.
        if (await accounts.FindByUserNameAsync(command.UserName, cancellationToken) is not null)
        {
            return Failure.Invalid(nameof(command.UserName), "kernel.user-name-taken");
        }

        var password = GeneratedPassword.New();
        var account = new StaffAccount(
            command.UserName,
            command.DisplayName,
            string.IsNullOrEmpty(command.Phone) ? null : command.Phone,
            PlaceOf(command.Place),
            actors.Current.PrincipalIds,
            command.Roles);
        var saved = await accounts.SaveStaffAsync(account, password, cancellationToken);
        return saved.Succeeded ? new NewAccount(saved.Value, password) : saved.Failure;
    }

    /// <summary>Where the site has no organisations to choose from, the place of whoever makes the account.</summary>
    private string? PlaceOf(string? chosen) => site.IsOperatorArea ? null : places.Any() ? chosen : actors.Current.ScopePath;

    private async Task<Failure?> PlaceFailureAsync(string? place, CancellationToken cancellationToken)
    {
        if (site.IsOperatorArea || places.LastOrDefault() is not { } directory)
        {
            return null;
        }

        return place is { Length: > 0 } && reach.Covers(place) && (await directory.NamesAsync([place], cancellationToken)).ContainsKey(place)
            ? null
            : Failure.Invalid(nameof(AddAccount.Place), "accounts.place-unknown");
    }
}
