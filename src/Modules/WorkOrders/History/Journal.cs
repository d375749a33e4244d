using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.WorkOrders.History;

/// <summary>Writes what the rules have noted: transitions, timeline facts and events.</summary>
internal sealed class Journal(ISiteDb db, ITimeline timeline, IEvents events, IActorContext actors, IClock clock)
{
    public void Write(params Aggregate[] things)
    {
        foreach (var thing in things)
        {
            var (changes, facts, raised) = thing.TakeNotes();
            foreach (var change in changes)
            {
                change.RecordedAt = clock.UtcNow;
                change.UserId = actors.Current.UserId;
                db.Set<StateChange>().Add(change);
            }

            foreach (var fact in facts)
            {
                timeline.Add(thing.FactSubject, fact.Code, fact.Values);
            }

            foreach (var domainEvent in raised)
            {
                events.Publish(domainEvent);
            }
        }
    }
}
