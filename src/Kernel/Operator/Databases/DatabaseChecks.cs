using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Operator.Databases;

/// <summary>Looks at a database before a site is given to it.</summary>
internal sealed class DatabaseChecks(IEnumerable<IDatabaseProvider> providers, IStringLocalizer<Texts> texts)
{
    /// <summary>Sealed it must still find room in the site's row.</summary>
    private const int Longest = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public IReadOnlyList<SelectListItem> Choices() => [.. providers.Select(provider => new SelectListItem(texts["Database." + provider.Name + ".Choice"], provider.Name))];

    /// <summary>What stands against it; null if nothing does. Answers within ten seconds.</summary>
    /// <param name="provider">Its provider.</param>
    /// <param name="connection">In clear.</param>
    /// <param name="mayBeginAnew">For a move or a restore: what an earlier one has left half done may be filled anew.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Failure?> FailureAsync(string provider, string connection, bool mayBeginAnew, CancellationToken cancellationToken)
    {
        if (providers.SingleOrDefault(candidate => candidate.Name == provider) is not { } engine)
        {
            return Failure.Invalid("Provider", "operator.database-unknown");
        }

        if (provider == "Sqlite")
        {
            return null;
        }

        if (connection.Length is 0 or > Longest)
        {
            return Failure.Invalid("Connection", connection.Length == 0 ? "operator.database-Missing-text" : "operator.database-Unreadable");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var finding = await engine.ProbeAsync(connection, patience.Token).WaitAsync(Patience, CancellationToken.None).ContinueWith(
            probed => probed.IsCompletedSuccessfully ? probed.Result : DatabaseFinding.Unreachable, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return finding == DatabaseFinding.Free || (mayBeginAnew && finding == DatabaseFinding.Unfinished) ? null : Failure.Invalid("Connection", "operator.database-" + finding);
    }
}
