using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;
using ServicePlatform.Sites;

namespace ServicePlatform.Data.Access;

internal sealed class AccessGrants(SiteDbContext db, IClock clock) : IAccessGrants
{
    public async Task GrantAsync(Subject subject, string organisationPath, GrantReason reason, Guid cause, CancellationToken cancellationToken)
    {
        bool Same(AccessGrant grant) => grant.SubjectKind == subject.Kind && grant.SubjectId == subject.Id
            && grant.OrganisationPath == organisationPath && grant.Reason == reason && grant.Cause == cause && grant.Until is null;

        // Read into the tracker: what this transaction has ended already does not stand any more.
        var stored = await db.Set<AccessGrant>()
            .Where(grant => grant.SubjectKind == subject.Kind && grant.SubjectId == subject.Id
                && grant.OrganisationPath == organisationPath && grant.Reason == reason && grant.Cause == cause && grant.Until == null)
            .ToListAsync(cancellationToken);
        var stands = stored.Exists(Same) || db.Set<AccessGrant>().Local.Any(Same);
        if (!stands)
        {
            db.Add(new AccessGrant
            {
                SubjectKind = subject.Kind,
                SubjectId = subject.Id,
                OrganisationPath = organisationPath,
                Reason = reason,
                Cause = cause,
                From = clock.UtcNow,
            });
        }
    }

    public async Task EndAsync(GrantReason reason, Guid cause, string? organisationPath, CancellationToken cancellationToken)
    {
        var stored = await db.Set<AccessGrant>()
            .Where(grant => grant.Reason == reason && grant.Cause == cause && grant.Until == null)
            .ToListAsync(cancellationToken);
        var added = db.Set<AccessGrant>().Local.Where(grant => grant.Reason == reason && grant.Cause == cause && grant.Until is null);
        foreach (var grant in stored.Union(added).Where(grant => organisationPath is null || grant.OrganisationPath == organisationPath).ToList())
        {
            grant.Until = clock.UtcNow;
        }
    }
}
