using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;
using ServicePlatform.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.Data.Access;

internal sealed class AccessGrants(SiteDbContext db, ListedTimes listed, IClock clock) : IAccessGrants
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
            var grant = new AccessGrant
            {
                SubjectKind = subject.Kind,
                SubjectId = subject.Id,
                OrganisationPath = organisationPath,
                Reason = reason,
                Cause = cause,
                From = clock.UtcNow,
            };
            db.Add(grant);
            db.AddRange(await PathsOfAsync(grant, cancellationToken));
        }
    }

    public async Task EndAsync(GrantReason reason, Guid cause, string? organisationPath, CancellationToken cancellationToken)
    {
        var stored = await db.Set<AccessGrant>()
            .Where(grant => grant.Reason == reason && grant.Cause == cause && grant.Until == null)
            .ToListAsync(cancellationToken);
        var added = db.Set<AccessGrant>().Local.Where(grant => grant.Reason == reason && grant.Cause == cause && grant.Until is null);
        var ended = stored.Union(added).Where(grant => organisationPath is null || grant.OrganisationPath == organisationPath).ToList();
        foreach (var grant in ended)
        {
            grant.Until = clock.UtcNow;
        }

        var ids = ended.ConvertAll(grant => grant.Id);
        var paths = await db.Set<AccessGrantPath>().Where(path => ids.Contains(path.GrantId)).ToListAsync(cancellationToken);
        db.RemoveRange(paths.Union(db.Set<AccessGrantPath>().Local.Where(path => ids.Contains(path.GrantId))).ToList());
    }

    private async Task<IReadOnlyList<AccessGrantPath>> PathsOfAsync(AccessGrant grant, CancellationToken cancellationToken)
    {
        var paths = ScopePaths.UpwardsBelowTop(grant.OrganisationPath).ToList();
        if (paths.Count == 0)
        {
            return [];
        }

        var listedAt = await listed.OfAsync(new Subject(grant.SubjectKind, grant.SubjectId), cancellationToken);
        return paths.ConvertAll(path => new AccessGrantPath
        {
            OrganisationPath = path,
            SubjectKind = grant.SubjectKind,
            ListedAt = listedAt,
            SubjectId = grant.SubjectId,
            GrantId = grant.Id,
        });
    }
}
