using ServicePlatform.Commands;
using ServicePlatform.Kernel.Privacy;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Accounts.Settings.Retention;

/// <summary>Sets how long the site keeps what holds personal data. Nothing is removed by it; the next run does.</summary>
/// <param name="Terms">Those that are left out stay as they are.</param>
/// <param name="Version">As the form showed it.</param>
[RequirePermission(AccountPermissions.Retention)]
internal sealed record SaveRetention(IReadOnlyList<RetentionChoice> Terms, int Version) : ICommand;

/// <param name="Kind">Id of the kind.</param>
/// <param name="Term">In the kind's unit.</param>
internal sealed record RetentionChoice(string Kind, int Term);

internal sealed class SaveRetentionHandler(ISettings settings, RetentionBoard board) : ICommandHandler<SaveRetention, Done>
{
    public async Task<Result<Done>> HandleAsync(SaveRetention command, CancellationToken cancellationToken)
    {
        if (await settings.StaleAsync<RetentionSettings>(command.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        var wrong = command.Terms.SelectMany((choice, place) => Check(choice, place)).ToList();
        if (wrong.Count > 0)
        {
            return Failure.Invalid(wrong);
        }

        var standing = await settings.GetAsync<RetentionSettings>(cancellationToken);
        var terms = new Dictionary<string, int>(standing.Terms, StringComparer.Ordinal);
        foreach (var choice in command.Terms)
        {
            terms[choice.Kind] = choice.Term;
        }

        await settings.SetAsync(new RetentionSettings { Terms = terms }, cancellationToken);
        return Result.Done;
    }

    private IEnumerable<FieldFailure> Check(RetentionChoice choice, int place)
    {
        var kind = board.Kinds.FirstOrDefault(known => known.Id == choice.Kind);
        if (kind is null)
        {
            yield return new FieldFailure($"Terms[{place}].Term", "accounts.retention-unknown");
        }
        else if (choice.Term < kind.Term.Least || choice.Term > kind.Term.Longest)
        {
            yield return new FieldFailure($"Terms[{place}].Term", "accounts.retention-range") { Arguments = [kind.Term.Least, kind.Term.Longest] };
        }
    }
}
