using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Tasks;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Telemetry;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Kernel.Tasks;

/// <summary>Runs one long task from its claim to its end.</summary>
internal sealed class LongTaskRun(SiteScopes scopes, LongTaskSignal signal, PlatformTelemetry telemetry, ILogger<LongTaskRun> logger)
{
    /// <summary>A process that has not renewed its hold for so long is taken for dead.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    /// <summary>A task that brought its process down so often is not tried again.</summary>
    private const int MostAttempts = 5;

    /// <summary>Names this process in rows.</summary>
    public static string Node { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid().ToString("N")[..8]}";

    /// <summary>The task of a kind, where its feature is on. Those of the product come first: no plugin stands in for one.</summary>
    public static LongTask? Find(IServiceProvider services, string kind) => services.GetServices<LongTask>().FirstOrDefault(task => task.Kind == kind);

    public async Task RunAsync(SiteRuntime site, Guid id, CancellationToken stoppingToken)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        if (!signal.Enter(id, cancel))
        {
            return;
        }

        try
        {
            if (await ClaimAsync(site, id, stoppingToken) is { } row)
            {
                await WorkAsync(site, row, cancel.Token, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await ReleaseAsync(site, id);
        }
        catch (Exception exception)
        {
            // The row stays held until its time is over, and is then taken again.
            logger.LogError(exception, "The long task {Task} of the site {Site} could not be kept", id, site.Id);
        }
        finally
        {
            signal.Leave(id);
        }
    }

    private async Task<LongTaskRow?> ClaimAsync(SiteRuntime site, Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(site);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().UtcNow;
        var tooFar = now + (2 * Hold);
        using var pass = await site.Gate.EnterAsync(cancellationToken);
        var taken = await db.Set<LongTaskRow>()
            .Where(row => row.Id == id && (row.Phase == LongTaskPhase.Queued || (row.Phase == LongTaskPhase.Running && (row.HeldUntil < now || row.HeldUntil > tooFar))))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Phase, LongTaskPhase.Running)
                    .SetProperty(row => row.Node, Node)
                    .SetProperty(row => row.HeldUntil, now + Hold)
                    .SetProperty(row => row.StartedAt, now)
                    .SetProperty(row => row.DoneAtStart, row => row.Done)
                    .SetProperty(row => row.Attempts, row => row.Attempts + 1),
                cancellationToken);
        return taken == 1 ? await db.Set<LongTaskRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken) : null;
    }

    private async Task WorkAsync(SiteRuntime site, LongTaskRow row, CancellationToken cancellationToken, CancellationToken stoppingToken)
    {
        using var work = telemetry.Begin(WorkKinds.Task, row.Kind, site.Id);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(row.Culture);
        await using var scope = scopes.Open(site);
        var services = scope.ServiceProvider;
        var input = services.GetRequiredService<ISecrets>().Open(LongTasks.Secret, row.Input);
        var text = services.GetRequiredService<IFailureText>();
        var end = new LongTaskEnd(scopes, site, row, input);
        var isCancelled = row.CancelAskedAt is not null;
        Result<TaskOutcome>? result = null;
        if (!isCancelled)
        {
            await using var steps = new TaskSteps(scopes, site, services, row);
            try
            {
                result = await TryAsync(services, row, input, steps, cancellationToken);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested && (cancellationToken.IsCancellationRequested || steps.IsCancelled))
            {
                isCancelled = true;
            }
            catch (PluginRestingException resting)
            {
                result = Failure.Unavailable("kernel.plugin-rests", resting.Plugin.Name);
            }
            catch (PluginSlowException slow)
            {
                result = Failure.Unavailable("kernel.plugin-slow", slow.Plugin.Name);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The long task {Kind} {Task} of the site {Site} failed", row.Kind, row.Id, site.Id);
                result = Failure.Unavailable("kernel.task-failed", row.Id.ToString("N")[^8..]);
            }
        }

        if (isCancelled)
        {
            work.Ended("cancelled");
        }
        else
        {
            work.Ended(result!);
        }

        await (isCancelled ? end.CancelAsync()
            : result!.Succeeded ? end.SucceedAsync(result.Value)
            : end.FailAsync(string.Join(' ', result.Failure.Fields.Select(text.Describe).Prepend(text.Describe(result.Failure)))));
    }

    private static async Task<Result<TaskOutcome>> TryAsync(IServiceProvider services, LongTaskRow row, string? input, TaskSteps steps, CancellationToken cancellationToken)
    {
        if (row.Attempts > MostAttempts)
        {
            return Failure.Unavailable("kernel.task-attempts", MostAttempts);
        }

        if (Find(services, row.Kind) is not { } task)
        {
            return Failure.NotFound("kernel.task-unknown");
        }

        if (input is null)
        {
            return Failure.Unavailable("kernel.task-input");
        }

        var actor = row.StartedBy == Guid.Empty ? Actor.System : await services.GetRequiredService<ActorLoader>().LoadAsync(row.StartedBy, cancellationToken);
        if (actor is null || !actor.Can(task.Permission))
        {
            return Failure.Forbidden(actor is null ? "kernel.task-nobody" : "kernel.task-forbidden");
        }

        using var acting = services.GetRequiredService<ActorContext>().ActAs(actor);
        return await task.RunAsync(input, steps, cancellationToken);
    }

    /// <summary>The host stops in good order: the next start need not wait for the hold to run out.</summary>
    private async Task ReleaseAsync(SiteRuntime site, Guid id)
    {
        await using var scope = scopes.Open(site);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        using var pass = await site.Gate.EnterAsync(CancellationToken.None);
        await db.Set<LongTaskRow>()
            .Where(row => row.Id == id && row.Phase == LongTaskPhase.Running && row.Node == Node)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Phase, LongTaskPhase.Queued).SetProperty(row => row.HeldUntil, (DateTime?)null).SetProperty(row => row.Attempts, row => row.Attempts - 1),
                CancellationToken.None);
    }
}
