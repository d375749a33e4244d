using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Phones;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>Phone and code. The first success makes the account; whose customer it is, the customer directory says at each look-up.</summary>
internal sealed class PhoneSignIn(ISiteDb db, ISender sender, IEnumerable<ISignInCodeSender> senders, PhoneTurns turns, CodeHash hash, SiteWrites writes, UserManager<SiteUser> users, IClock clock)
{
    /// <param name="address">Network address of whoever asks.</param>
    public async Task<Result<string>> SendCodeAsync(string? phone, string address, CancellationToken cancellationToken)
    {
        using var turn = await turns.EnterAsync(PhoneNumber.Parse(phone)?.E164 ?? "", address, cancellationToken);
        var made = await sender.SendAsync(new RequestSignInCode(phone ?? "", address), cancellationToken);
        if (!made.Succeeded)
        {
            return made.Failure;
        }

        var sent = await senders.Last().SendAsync(made.Value.Phone, made.Value.Code, CodeLimits.CodeLife, cancellationToken);
        if (sent.Succeeded)
        {
            return made.Value.Phone;
        }

        // One that never left is not counted against the phone.
        using var pass = await writes.EnterAsync(cancellationToken);
        await db.Set<SignInCode>().Where(row => row.Id == made.Value.Id).ExecuteDeleteAsync(cancellationToken);
        return sent.Failure;
    }

    /// <summary>Uses the last code that was sent to the phone; a wrong one counts as an attempt.</summary>
    public async Task<Result<SiteUser>> UseCodeAsync(string? phone, string? code, CancellationToken cancellationToken)
    {
        var digits = new string((code ?? "").Where(char.IsAsciiDigit).Take(7).ToArray());
        if (PhoneNumber.Parse(phone) is not { } number || digits.Length != 6)
        {
            return Failure.Invalid("Code", "accounts.code-form");
        }

        var now = clock.UtcNow;
        var sent = await db.Set<SignInCode>().AsNoTracking().Where(row => row.Phone == number.E164).OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        if (sent is null || sent.ExpiresAt <= now || sent.UsedAt is not null || !await TakeAttemptAsync(sent.Id, cancellationToken))
        {
            return Failure.Invalid("Code", "accounts.code-over");
        }

        if (!await hash.MatchesAsync(number.E164, digits, sent.Hash, cancellationToken))
        {
            return Failure.Invalid("Code", "accounts.code-wrong");
        }

        return await UseAsync(sent.Id, now, cancellationToken) ? await AccountAsync(number.E164, cancellationToken) : Failure.Invalid("Code", "accounts.code-over");
    }

    private async Task<bool> TakeAttemptAsync(Guid id, CancellationToken cancellationToken)
    {
        using var pass = await writes.EnterAsync(cancellationToken);
        return await db.Set<SignInCode>().Where(row => row.Id == id && row.UsedAt == null && row.Attempts < CodeLimits.MostAttempts)
            .ExecuteUpdateAsync(row => row.SetProperty(c => c.Attempts, c => c.Attempts + 1), cancellationToken) > 0;
    }

    private async Task<bool> UseAsync(Guid id, DateTime now, CancellationToken cancellationToken)
    {
        using var pass = await writes.EnterAsync(cancellationToken);
        return await db.Set<SignInCode>().Where(row => row.Id == id && row.UsedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(c => c.UsedAt, now), cancellationToken) > 0;
    }

    private async Task<Result<SiteUser>> AccountAsync(string phone, CancellationToken cancellationToken)
    {
        var user = await FindAsync(phone, cancellationToken);
        if (user is null)
        {
            using var pass = await writes.EnterAsync(cancellationToken);
            user = new SiteUser { Kind = ActorKind.Customer, UserName = "customer" + phone, PhoneNumber = phone, PhoneNumberConfirmed = true, CreatedAt = clock.UtcNow };
            var created = await users.CreateAsync(user);
            user = created.Succeeded ? user : await FindAsync(phone, cancellationToken);
        }

        return user is { IsActive: true } ? user : Failure.Invalid("Code", "accounts.closed");
    }

    private Task<SiteUser?> FindAsync(string phone, CancellationToken cancellationToken) =>
        db.Set<SiteUser>().AsNoTracking().FirstOrDefaultAsync(row => row.Kind == ActorKind.Customer && row.PhoneNumber == phone, cancellationToken);
}
