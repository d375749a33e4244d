using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Tasks;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Kernel.Tasks;

internal sealed class LongTasks(
    SiteDbContext db,
    SiteContext site,
    UnitOfWork work,
    ISecrets secrets,
    IActorContext actors,
    LongTaskSignal signal,
    IClock clock) : ILongTasks
{
    /// <summary>Purpose under which inputs are protected.</summary>
    public const string Secret = "long-task";

    public async Task<Guid> StartAsync<TInput>(string kind, TInput input, string subject, string? key, CancellationToken cancellationToken)
        where TInput : notnull
    {
        var openKey = key is null ? null : $"{kind}:{key}";
        if (openKey is not null && await db.Set<LongTaskRow>().Where(row => row.OpenKey == openKey).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is { } open)
        {
            return open;
        }

        var id = Guid.CreateVersion7();
        db.Add(new LongTaskRow
        {
            Id = id,
            Kind = kind,
            Subject = subject.Length > Data.Lengths.Name ? subject[..Data.Lengths.Name] : subject,
            OpenKey = openKey ?? id.ToString("N"),
            Input = secrets.Seal(Secret, JsonSerializer.Serialize(input)),
            StartedBy = actors.Current.UserId,
            Culture = CultureInfo.CurrentUICulture.Name,
            CreatedAt = clock.UtcNow,
        });
        if (!work.IsActive)
        {
            using var pass = await work.EnterGateAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        work.AfterCommit(() => signal.Raise(site.Id));
        return id;
    }

    public async Task<IReadOnlyDictionary<Guid, LongTaskState>> StatesAsync(IReadOnlyCollection<Guid> taskIds, CancellationToken cancellationToken)
    {
        var rows = await db.Set<LongTaskRow>().AsNoTracking().Where(row => taskIds.Contains(row.Id)).ToListAsync(cancellationToken);
        var now = clock.UtcNow;
        return rows.ToDictionary(row => row.Id, row => row.StateAt(now));
    }

    public async Task CancelAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        using (await work.EnterGateAsync(cancellationToken))
        {
            await db.Set<LongTaskRow>()
                .Where(row => row.Id == taskId && row.CancelAskedAt == null && (row.Phase == LongTaskPhase.Queued || row.Phase == LongTaskPhase.Running))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.CancelAskedAt, now), cancellationToken);
        }

        work.AfterCommit(() =>
        {
            signal.Cancel(taskId);
            signal.Raise(site.Id);
        });
    }
}
