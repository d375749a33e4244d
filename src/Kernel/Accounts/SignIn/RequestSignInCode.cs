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

/// <summary>Sends a code to a phone, whoever it belongs to. The answer is the number as it was understood.</summary>
/// <param name="Address">Network address of whoever asks.</param>
[Everybody]
[AnswerNotStored]
internal sealed record RequestSignInCode(string Phone, string Address = "") : ICommand<string>;

internal sealed class RequestSignInCodeValidator : AbstractValidator<RequestSignInCode>
{
    public RequestSignInCodeValidator() => RuleFor(command => command.Phone).NotEmpty().MaximumLength(40);
}

internal sealed class RequestSignInCodeHandler(ISiteDb db, CodeHash hash, ISettings settings, IEnumerable<ISignInCodeSender> senders, IClock clock)
    : ICommandHandler<RequestSignInCode, string>
{
    public async Task<Result<string>> HandleAsync(RequestSignInCode command, CancellationToken cancellationToken)
    {
        if (PhoneNumber.Parse(command.Phone) is not { } phone)
        {
            return Failure.Invalid(nameof(command.Phone), "accounts.phone-unreadable");
        }

        if (phone.Kind is not (PhoneKind.Mobile or PhoneKind.Foreign))
        {
            return Failure.Invalid(nameof(command.Phone), "accounts.phone-mobile");
        }

        if (senders.LastOrDefault() is not { } sender)
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
        db.Set<SignInCode>().Add(new SignInCode
        {
            Phone = phone.E164,
            Hash = await hash.MakeAsync(phone.E164, code, cancellationToken),
            Source = source,
            CreatedAt = now,
            ExpiresAt = now + CodeLimits.CodeLife,
        });
        var result = await sender.SendAsync(phone.E164, code, CodeLimits.CodeLife, cancellationToken);
        return result.Succeeded ? phone.E164 : result.Failure;
    }
}
