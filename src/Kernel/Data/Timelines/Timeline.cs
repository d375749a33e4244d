using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Data.Timelines;

internal sealed class Timeline(SiteDbContext db, IActorContext actors, IClock clock, ITimelineText text, IEnumerable<ITimelineNames> names) : ITimeline
{
    private const int MostEntries = 500;

    private readonly FactKeys _keys = new();

    public void Add(Subject subject, string code, params string[] values)
    {
        var at = clock.UtcNow;
        db.Add(new TimelineFact
        {
            Id = _keys.Next(at),
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            At = at,
            ActorId = actors.Current.UserId,
            ActorKind = actors.Current.Kind,
            Code = code,
            Values = FactValues.Write(values),
        });
    }

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(IReadOnlyCollection<Subject> subjects, int limit, CancellationToken cancellationToken)
    {
        if (subjects.Count == 0 || limit < 1)
        {
            return [];
        }

        var ids = subjects.Select(subject => subject.Id).Distinct().ToList();
        var kinds = subjects.Select(subject => subject.Kind).Distinct(StringComparer.Ordinal).ToList();
        var facts = await (
            from fact in db.Set<TimelineFact>().AsNoTracking()
            where ids.Contains(fact.SubjectId) && kinds.Contains(fact.SubjectKind)
            join user in db.Set<SiteUser>() on fact.ActorId equals user.Id into users
            from user in users.DefaultIfEmpty()
            orderby fact.At descending, fact.Id descending
            select new { Fact = fact, Actor = user == null ? "" : user.DisplayName })
            .Take(Math.Min(limit, MostEntries))
            .ToListAsync(cancellationToken);
        return facts.ConvertAll(each => Entry(each.Fact, each.Actor));
    }

    private TimelineEntry Entry(TimelineFact fact, string actor) => new(
        fact.Id,
        new Subject(fact.SubjectKind, fact.SubjectId),
        fact.At,
        fact.ActorKind == ActorKind.Customer ? text.Customer : actor,
        fact.Code,
        text.Describe(fact.Code, [.. FactValues.Read(fact.Values).Select(Shown)]));

    private string Shown(string value) =>
        TimelineValue.Read(value, names, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh");
}
