using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>The plugin rests after failures; it was not asked.</summary>
public sealed class PluginRestingException(Plugin plugin) : InvalidOperationException($"The plugin {plugin.Id} rests after failures.")
{
    public Plugin Plugin => plugin;
}

/// <summary>The plugin did not answer in time.</summary>
/// <param name="plugin">Which.</param>
/// <param name="lost">Ends when the call comes back after all; null where it has ended.</param>
public sealed class PluginSlowException(Plugin plugin, Task? lost) : InvalidOperationException($"The plugin {plugin.Id} did not answer in time.")
{
    public Plugin Plugin => plugin;

    public Task? Lost => lost;
}

/// <summary>
/// Calls plugins: counts, waits no longer than it may, and lets one that fails rest. A call that does not come back is left behind, since
/// nothing can end it but the end of the process.
/// </summary>
public sealed class PluginGuard(TimeProvider time, IOptions<PlatformOptions> options, ILogger<PluginGuard> logger)
{
    public PluginOptions Options => options.Value.Plugins;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public bool IsResting(Plugin plugin) => plugin.Health.IsResting(Now);

    /// <summary>Calls a plugin that answers later.</summary>
    /// <param name="plugin">Whose code it is.</param>
    /// <param name="what">What is called, for the log.</param>
    /// <param name="siteId">Where.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="work">The call; it is asked to stop when the limit is reached.</param>
    /// <param name="cancellationToken">Whoever asks has gone.</param>
    /// <param name="counts">False where a failure was foreseen, such as that of a repeated attempt.</param>
    /// <exception cref="PluginRestingException">It was not called.</exception>
    /// <exception cref="PluginSlowException">It took too long.</exception>
    public Task<T> RunAsync<T>(Plugin plugin, string what, string siteId, TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken, bool counts = true) =>
        RunAsync(plugin, what, siteId, limit, (_, token) => work(token), cancellationToken, counts);

    /// <summary>Calls a plugin for long work.</summary>
    /// <param name="plugin">Whose code it is.</param>
    /// <param name="what">What is called, for the log.</param>
    /// <param name="siteId">Where.</param>
    /// <param name="limit">How long it may be silent.</param>
    /// <param name="work">The call, with what it does to show that it is alive.</param>
    /// <param name="cancellationToken">Whoever asks has gone.</param>
    /// <param name="counts">False where a failure was foreseen, such as that of a repeated attempt.</param>
    /// <exception cref="PluginRestingException">It was not called.</exception>
    /// <exception cref="PluginSlowException">It was silent for too long.</exception>
    internal async Task<T> RunAsync<T>(
        Plugin plugin, string what, string siteId, TimeSpan limit, Func<Action, CancellationToken, Task<T>> work, CancellationToken cancellationToken, bool counts = true)
    {
        var call = Begin(plugin, what, siteId);
        var started = time.GetTimestamp();

        // Neither is disposed where the call is left behind: it may still use them.
        var late = new CancellationTokenSource(limit, time);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var task = Task.Run(() => call.Run(() => work(() => late.CancelAfter(limit), stop.Token)), CancellationToken.None);
        _ = task.ContinueWith(_ => plugin.Health.Leave(call, time.GetElapsedTime(started)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await ((Task)task).WaitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!task.IsCompleted)
        {
            await ((Task)task).WaitAsync(Options.Grace, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!task.IsCompleted)
        {
            Slow(call, limit, "It has not come back.");
            throw new PluginSlowException(plugin, task);
        }

        var isLate = late.IsCancellationRequested;
        stop.Dispose();
        late.Dispose();
        try
        {
            var result = await task;
            plugin.Health.Succeeded(call, Now, Options);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            plugin.Health.Passed(call);
            throw;
        }
        catch (OperationCanceledException) when (isLate)
        {
            Slow(call, limit, "It stopped when it was asked to.");
            throw new PluginSlowException(plugin, null);
        }
        catch (PluginSlowException)
        {
            Slow(call, Options.EventLimit, "A step of it has not come back.");
            throw;
        }
        catch (BadHttpRequestException)
        {
            plugin.Health.Passed(call);
            throw;
        }
        catch (Exception exception)
        {
            Fail(call, exception, counts);
            throw;
        }
    }

    /// <summary>Calls a plugin that answers at once. There is no way to give up waiting for it.</summary>
    /// <exception cref="PluginRestingException">It was not called.</exception>
    public T Run<T>(Plugin plugin, string what, string siteId, Func<T> work)
    {
        var call = Begin(plugin, what, siteId, isQuick: true);
        var started = time.GetTimestamp();
        try
        {
            return call.Run(work);
        }
        catch (Exception exception)
        {
            Fail(call, exception, counts: true);
            throw;
        }
        finally
        {
            plugin.Health.Leave(call, time.GetElapsedTime(started));
        }
    }

    /// <summary>Waits for a part of a call that holds a transaction, no longer than for a handler.</summary>
    /// <exception cref="PluginSlowException">It has not come back.</exception>
    internal async Task<T> BoundAsync<T>(Plugin plugin, Func<Task<T>> work)
    {
        var call = SynchronizationContext.Current as PluginCall;
        var task = Task.Run(() => call is null ? work() : call.Run(work));
        await ((Task)task).WaitAsync(Options.EventLimit, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted ? await task : throw new PluginSlowException(plugin, task);
    }

    private PluginCall Begin(Plugin plugin, string what, string siteId, bool isQuick = false)
    {
        var call = new PluginCall(plugin, what, siteId) { IsQuick = isQuick, StartedAt = time.GetTimestamp() };
        return plugin.Health.Enter(call, Now) ? call : throw new PluginRestingException(plugin);
    }

    private void Slow(PluginCall call, TimeSpan limit, string detail)
    {
        logger.LogError("The plugin {Plugin} took longer than {Limit} for {What} in the site {Site}. {Detail}", call.Plugin.Id, limit, call.What, call.SiteId, detail);
        if (call.Plugin.Health.Failed(call, Now, Options, "slow", $"> {limit.TotalSeconds:0.#} s"))
        {
            Rests(call.Plugin);
        }
    }

    private void Fail(PluginCall call, Exception exception, bool counts)
    {
        logger.LogError(exception, "The plugin {Plugin} failed at {What} in the site {Site}", call.Plugin.Id, call.What, call.SiteId);
        if (call.Plugin.Health.Failed(call, Now, Options, "failed", $"{exception.GetType().Name}: {exception.GetBaseException().Message}", counts))
        {
            Rests(call.Plugin);
        }
    }

    private void Rests(Plugin plugin) =>
        logger.LogError("The plugin {Plugin} rests until {Until} after failures; its features answer 503 meanwhile", plugin.Id, plugin.Health.RestsUntil);
}
