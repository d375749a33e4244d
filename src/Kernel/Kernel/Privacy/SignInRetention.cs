using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Privacy;

namespace ServicePlatform.Kernel.Privacy;

/// <summary>Codes that were sent to phones, and how often one was tried.</summary>
internal sealed class SignInCodeRetention(SiteDbContext db, IEnumerable<ILegalHolds> holds) : IRetention
{
    public string Id => "kernel.sign-in-codes";

    /// <summary>Limits per day look back at them.</summary>
    public RetentionTerm Term { get; } = new(RetentionUnit.Days, Usual: 2, Least: 2, Longest: 30);

    public Task<int> CountAsync(DateTime before, CancellationToken cancellationToken) => Due(before).CountAsync(cancellationToken);

    public async Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken)
    {
        var removed = await Due(pass.Before).Take(pass.AtMost).ExecuteDeleteAsync(cancellationToken);
        return new RetentionStep(removed, removed == pass.AtMost);
    }

    private IQueryable<SignInCode> Due(DateTime before)
    {
        var due = db.Set<SignInCode>().Where(code => code.ExpiresAt < before);
        foreach (var phones in holds.Select(hold => hold.Phones))
        {
            due = due.Where(code => !phones.Contains(code.Phone));
        }

        return due;
    }
}

/// <summary>Sessions that have ended: device and network address of whoever was signed in.</summary>
internal sealed class SessionRetention(SiteDbContext db, IEnumerable<ILegalHolds> holds) : IRetention
{
    public string Id => "kernel.sessions";

    public RetentionTerm Term { get; } = new(RetentionUnit.Days, Usual: 30, Least: 1, Longest: 365);

    public Task<int> CountAsync(DateTime before, CancellationToken cancellationToken) => Due(before).CountAsync(cancellationToken);

    public async Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken)
    {
        var removed = await Due(pass.Before).Take(pass.AtMost).ExecuteDeleteAsync(cancellationToken);
        return new RetentionStep(removed, removed == pass.AtMost);
    }

    private IQueryable<UserSession> Due(DateTime before)
    {
        var due = db.Set<UserSession>().Where(session => session.ExpiresAt < before || session.RevokedAt < before);
        foreach (var phones in holds.Select(hold => hold.Phones))
        {
            var held = db.Set<SiteUser>().Where(user => user.PhoneNumber != null && phones.Contains(user.PhoneNumber)).Select(user => user.Id);
            due = due.Where(session => !held.Contains(session.UserId));
        }

        return due;
    }
}
