using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Phones;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>Makes a code for a phone, whoever it belongs to. It is sent after the commit, so that no transaction waits for the gateway.</summary>
/// <param name="Address">Network address of whoever asks.</param>
[Everybody]
[AnswerNotStored]
internal sealed record RequestSignInCode(string Phone, string Address = "") : ICommand<NewSignInCode>;

/// <param name="Phone">The number as it was understood.</param>
internal sealed record NewSignInCode(Guid Id, string Phone, string Code);

internal sealed class RequestSignInCodeValidator : AbstractValidator<RequestSignInCode>
{
    public RequestSignInCodeValidator() => RuleFor(command => command.Phone).NotEmpty().MaximumLength(40);
}

internal sealed class RequestSignInCodeHandler(ISiteDb db, CodeHash hash, ISettings settings, IEnumerable<ISignInCodeSender> senders, IClock clock)
    : ICommandHandler<RequestSignInCode, NewSignInCode>
{
    public async Task<Result<NewSignInCode>> HandleAsync(RequestSignInCode command, CancellationToken cancellationToken)
    {
        if (PhoneNumber.Parse(command.Phone) is not { } phone)
        {
            return Failure.Invalid(nameof(command.Phone), "accounts.phone-unreadable");
        }

        if (phone.Kind is not (PhoneKind.Mobile or PhoneKind.Foreign))
        {
            return Failure.Invalid(nameof(command.Phone), "accounts.phone-mobile");
        }

        if (!senders.Any())
        {
            return Failure.Unavailable("accounts.no-code-sender");
        }

        var now = clock.UtcNow;
        var since = now - CodeLimits.Day;
        var limits = await settings.GetAsync<SiteLimits>(cancellationToken);
        var source = await hash.OfAddressAsync(command.Address, cancellationToken);
        var sent = await db.Set<SignInCode>().Where(row => row.Phone == phone.E164 && row.CreatedAt > since).Select(row => row.CreatedAt).ToListAsync(cancellationToken);
        var fromThere = await db.Set<SignInCode>().Where(row => row.Source == source && row.CreatedAt > since).Select(row => row.CreatedAt).ToListAsync(cancellationToken);
        if ((CodeLimits.Check(sent, now, limits) ?? CodeLimits.CheckAddress(fromThere, now, limits)) is { } refusal)
        {
            return refusal;
        }

        // Phones are personal: what no limit counts any more is not kept.
        await db.Set<SignInCode>().Where(row => row.CreatedAt <= since).ExecuteDeleteAsync(cancellationToken);
        var code = CodeHash.NewCode();
        var row = new SignInCode
        {
            Phone = phone.E164,
            Hash = await hash.MakeAsync(phone.E164, code, cancellationToken),
            Source = source,
            CreatedAt = now,
            ExpiresAt = now + CodeLimits.CodeLife,
        };
        db.Set<SignInCode>().Add(row);
        return new NewSignInCode(row.Id, phone.E164, code);
    }
}
