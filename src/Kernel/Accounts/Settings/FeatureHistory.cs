using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.Settings;

/// <summary>Who switched which features when, the newest first, as the audit log has it.</summary>
[RequirePermission(AccountPermissions.Settings)]
internal sealed record FeatureHistory : IQuery<IReadOnlyList<FeatureSwitch>>;

/// <param name="Who">Null for the product itself and for somebody who is gone.</param>
/// <param name="On">Names of the features that were switched on by hand; what they need came with them.</param>
internal sealed record FeatureSwitch(DateTime At, string? Who, IReadOnlyList<string> On, IReadOnlyList<string> Off);

internal sealed class FeatureHistoryHandler(SiteDbContext db, FeatureBoard board) : IQueryHandler<FeatureHistory, IReadOnlyList<FeatureSwitch>>
{
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<FeatureSwitch>>> HandleAsync(FeatureHistory query, CancellationToken cancellationToken)
    {
        var rows = await db.Set<AuditRow>().AsNoTracking().Where(row => row.Command == "Kernel.Sites.SwitchFeatures")
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(Most).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.ActorId).Distinct().ToList();
        var names = await db.Set<SiteUser>().AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        return rows.ConvertAll(row =>
        {
            var subjects = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Subjects) ?? [];
            return new FeatureSwitch(row.At, names.GetValueOrDefault(row.ActorId), Names(subjects, "On"), Names(subjects, "Off"));
        });
    }

    private List<string> Names(Dictionary<string, string> subjects, string key) =>
        [.. (subjects.GetValueOrDefault(key) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => board.NameOf(id) ?? id)];
}

/// <summary>One feature, and what switching it touches.</summary>
internal sealed record FeaturePage(FeatureLine Line, ServicePlatform.Kernel.Modules.FeatureTouch Touch);

/// <summary>The page of features.</summary>
internal sealed record FeaturesPage(IReadOnlyList<FeatureLine> Lines, IReadOnlyList<FeatureSwitch> History);
