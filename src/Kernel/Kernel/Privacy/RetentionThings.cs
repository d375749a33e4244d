using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Privacy;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Privacy;

/// <summary>Runs of the retention in the audit log: what was removed, and how many.</summary>
internal sealed class RetentionThings(SiteDbContext db, ModuleTexts texts) : IAuditThings
{
    public async Task<IReadOnlyDictionary<Guid, AuditThing>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var runs = await db.Set<RetentionRun>().AsNoTracking().Where(run => ids.Contains(run.Id)).ToListAsync(cancellationToken);
        return runs.ToDictionary(run => run.Id, run => new AuditThing($"{texts.Find("Retention." + run.Kind) ?? run.Kind}: {run.Removed}", "/app/settings/retention"));
    }

    public Task<Guid?> FindAsync(string number, CancellationToken cancellationToken) => Task.FromResult<Guid?>(null);
}
