using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Privacy;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Privacy;

/// <summary>Sign-in accounts of customers, their sessions and codes, and stored answers.</summary>
internal sealed class KernelPersonalRecords(SiteDbContext db, SessionStore sessions) : IPersonalRecords
{
    public int Order => 90;

    public Task<Failure?> WhyKeptAsync(Guid customerId, CancellationToken cancellationToken) => Task.FromResult<Failure?>(null);

    /// <summary>An account belongs to a phone, and the phone stands in the copy.</summary>
    public Task<IReadOnlyList<PersonalSection>> CopyAsync(Guid customerId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PersonalSection>>([]);

    public async Task EraseAsync(PersonErasure person, CancellationToken cancellationToken)
    {
        var accounts = db.Set<SiteUser>().Where(user => user.Kind == ActorKind.Customer && (person.Phones.Contains(user.PhoneNumber!) || person.Phones.Contains(user.UserName!)));
        await accounts.ExecuteDeleteAsync(cancellationToken);
        await db.Set<SignInCode>().Where(code => person.Phones.Contains(code.Phone)).ExecuteDeleteAsync(cancellationToken);
        foreach (var word in person.Words)
        {
            // Such a command could only be repeated by who has sent it; a repeat is refused then, and changes nothing.
            await db.Set<OperationRow>().Where(row => row.Answer != null && row.Answer.Contains(word)).ExecuteDeleteAsync(cancellationToken);
        }

        sessions.ForgetAll();
    }
}
