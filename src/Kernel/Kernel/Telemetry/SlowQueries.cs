using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Telemetry;

/// <summary>Makes the watchers of statements, one for each database.</summary>
public sealed class SlowQueries(IOptions<PlatformOptions> options, PlatformTelemetry telemetry, ILogger<SlowQueries> logger)
{
    private const int LongestText = 4000;

    /// <param name="site">Id of the site; <c>host</c> for the host's own database.</param>
    public IInterceptor For(string site) => new Watcher(this, site);

    private void Look(string site, DbCommand command, CommandEndEventData end)
    {
        if (end.Duration < options.Value.SlowQuery || options.Value.SlowQuery <= TimeSpan.Zero)
        {
            return;
        }

        telemetry.WasSlow(site);
        var text = command.CommandText.Length > LongestText ? command.CommandText[..LongestText] : command.CommandText;
        logger.LogWarning(
            "A statement took {Milliseconds} ms in the site {Site}, in {UseCase}, trace {Trace}: {Sql}",
            (long)end.Duration.TotalMilliseconds,
            site,
            UseCase() ?? "no use case",
            Activity.Current?.TraceId.ToString() ?? "-",
            text);
    }

    private static string? UseCase()
    {
        for (var activity = Activity.Current; activity is not null; activity = activity.Parent)
        {
            if (activity.Source.Name == PlatformTelemetry.Name)
            {
                return activity.OperationName;
            }
        }

        return null;
    }

    private sealed class Watcher(SlowQueries owner, string site) : DbCommandInterceptor
    {
        public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
        {
            owner.Look(site, command, eventData);
            return result;
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            owner.Look(site, command, eventData);
            return ValueTask.FromResult(result);
        }

        public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
        {
            owner.Look(site, command, eventData);
            return result;
        }

        public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            owner.Look(site, command, eventData);
            return ValueTask.FromResult(result);
        }

        public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result)
        {
            owner.Look(site, command, eventData);
            return result;
        }

        public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
        {
            owner.Look(site, command, eventData);
            return ValueTask.FromResult(result);
        }

        public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => owner.Look(site, command, eventData);

        public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            owner.Look(site, command, eventData);
            return Task.CompletedTask;
        }
    }
}
