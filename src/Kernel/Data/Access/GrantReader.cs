using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;
using ServicePlatform.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.Data.Access;

internal sealed class GrantReader(SiteDbContext db, IClock clock) : IGrantReader
{
    public async Task<IReadOnlySet<Guid>> HeldAsync(
        string subjectKind,
        IReadOnlyCollection<Guid> subjectIds,
        string organisationPath,
        IReadOnlyCollection<GrantReason> reasons,
        CancellationToken cancellationToken)
    {
        var (low, high) = ScopePaths.Range(organisationPath);
        var now = clock.UtcNow;
        return await db.Set<AccessGrant>().AsNoTracking()
            .Where(grant => subjectIds.Contains(grant.SubjectId) && grant.SubjectKind == subjectKind && reasons.Contains(grant.Reason)
                && string.Compare(grant.OrganisationPath, low) >= 0 && string.Compare(grant.OrganisationPath, high) < 0
                && grant.From <= now && (grant.Until == null || grant.Until > now))
            .Select(grant => grant.SubjectId)
            .ToHashSetAsync(cancellationToken);
    }
}
