using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Privacy;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Privacy;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Privacy;

/// <summary>Settings: how long the site keeps what.</summary>
public sealed record RetentionSettings
{
    /// <summary>By the kind's id, in its unit; what is not here has its usual term.</summary>
    public IReadOnlyDictionary<string, int> Terms { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The term that holds, within the kind's bounds.</summary>
    public int Of(IRetention kind) => Math.Clamp(Terms.GetValueOrDefault(kind.Id, kind.Term.Usual), kind.Term.Least, kind.Term.Longest);
}

/// <summary>A kind of thing as people see it.</summary>
/// <param name="Value">The term that holds.</param>
/// <param name="Due">How many the next run would remove.</param>
/// <param name="LastRun">Null before the first.</param>
public sealed record RetentionLine(string Id, string Name, string Description, RetentionTerm Term, int Value, int Due, RetentionRun? LastRun);

/// <summary>What the current site keeps for how long, what was removed last and what is due.</summary>
public sealed class RetentionBoard
{
    private readonly SiteDbContext _db;
    private readonly ISettings _settings;
    private readonly IReadOnlyList<ILegalHolds> _holds;
    private readonly ModuleTexts _texts;
    private readonly IClock _clock;

    internal RetentionBoard(SiteDbContext db, IEnumerable<IRetention> kinds, ISettings settings, IEnumerable<ILegalHolds> holds, ModuleTexts texts, IClock clock)
    {
        (_db, _settings, _texts, _clock) = (db, settings, texts, clock);

        // A plugin that rests answers nothing.
        Kinds = [.. kinds.Where(kind => kind is { Id: not null, Term: not null }).OrderBy(kind => kind.Id, StringComparer.Ordinal)];
        _holds = [.. holds];
    }

    public IReadOnlyList<IRetention> Kinds { get; }

    public string NameOf(IRetention kind) => _texts.Find(kind.GetType().Assembly, "Retention." + kind.Id) ?? kind.Id;

    /// <summary>Every kind with what is due; counts rows.</summary>
    public async Task<IReadOnlyList<RetentionLine>> ReadAsync(CancellationToken cancellationToken)
    {
        var settings = await _settings.GetAsync<RetentionSettings>(cancellationToken);
        var lines = new List<RetentionLine>();
        foreach (var kind in Kinds)
        {
            var term = settings.Of(kind);
            var last = await _db.Set<RetentionRun>().AsNoTracking().Where(run => run.Kind == kind.Id).OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).FirstOrDefaultAsync(cancellationToken);
            lines.Add(new RetentionLine(
                kind.Id,
                NameOf(kind),
                _texts.Find(kind.GetType().Assembly, $"Retention.{kind.Id}.Description") ?? "",
                kind.Term,
                term,
                await kind.CountAsync(kind.Term.Before(_clock.UtcNow, term), cancellationToken),
                last));
        }

        return lines;
    }

    /// <summary>How many customers are held, and left out of every kind.</summary>
    public async Task<int> HeldAsync(CancellationToken cancellationToken)
    {
        var held = 0;
        foreach (var holds in _holds)
        {
            held += await holds.Customers.CountAsync(cancellationToken);
        }

        return held;
    }
}
