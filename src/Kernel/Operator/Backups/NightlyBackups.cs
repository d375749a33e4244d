using Microsoft.Extensions.Logging;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Scheduling;
using ServicePlatform.Settings;

namespace ServicePlatform.Operator.Backups;

/// <summary>How back-ups are made by themselves.</summary>
internal sealed record BackupSettings
{
    /// <summary>Nightly back-ups that are kept of each site; none are made where it is 0.</summary>
    public int Nights { get; init; } = 7;
}

/// <summary>Backs up every site each night. One that cannot be backed up harms no other; its cause is in the log.</summary>
internal sealed class NightlyBackups(SiteRegistry registry, BackupStore store, ISettings settings, ILogger<NightlyBackups> logger) : IRecurringJob
{
    public string Id => "operator.backups";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(2, 10));

    public async Task<JobReport> RunAsync(CancellationToken cancellationToken)
    {
        var nights = (await settings.GetAsync<BackupSettings>(cancellationToken)).Nights;
        var (done, failed) = (0, 0);
        foreach (var site in nights == 0 ? [] : registry.All.Where(site => site.Row.State is SiteState.Running or SiteState.Stopped).OrderBy(site => site.Id, StringComparer.Ordinal).ToList())
        {
            try
            {
                await store.MakeAsync(site, isNightly: true, (_, _) => Task.CompletedTask, cancellationToken);
                store.Prune(site.Id, nights);
                done++;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                failed++;
                logger.LogError(exception, "The site {Site} could not be backed up", site.Id);
            }
        }

        return new JobReport(done, failed);
    }
}
