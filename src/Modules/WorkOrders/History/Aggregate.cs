using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Events;

namespace ServicePlatform.WorkOrders.History;

/// <summary>
/// A thing with a state machine. Its rules note what happened (transitions, facts, events); <see cref="Journal"/> writes
/// the notes in the same transaction.
/// </summary>
internal abstract class Aggregate : Entity
{
    private readonly List<Fact> _facts = [];
    private readonly List<IEvent> _events = [];
    private readonly List<StateChange> _changes = [];

    public abstract string Kind { get; }

    /// <summary>Where the facts of this thing are read: a visit's stand in its order's history.</summary>
    public abstract Subject FactSubject { get; }

    /// <summary>Transitions so far.</summary>
    public int Transitions { get; private set; }

    protected void Note(string code, params string[] values) => _facts.Add(new Fact(code, values));

    protected void Raise(IEvent domainEvent) => _events.Add(domainEvent);

    /// <summary>Notes a transition, or answers the failure <c>orders.{kind}-is-{state}</c> where the table does not allow it.</summary>
    protected Failure? Move<TState>(StateTable<TState> table, TState from, TState to, DateTime at)
        where TState : struct, Enum
    {
        if (!table.Allows(from, to))
        {
            return WrongState(from);
        }

        _changes.Add(new StateChange
        {
            SubjectKind = Kind,
            SubjectId = Id,
            Sequence = ++Transitions,
            From = from.ToString(),
            To = to.ToString(),
            At = at,
        });
        return null;
    }

    protected Failure WrongState<TState>(TState state)
        where TState : struct, Enum => Failure.Conflict($"orders.{Kind}-is-{Words.Kebab(state.ToString())}");

    public (IReadOnlyList<StateChange> Changes, IReadOnlyList<Fact> Facts, IReadOnlyList<IEvent> Events) TakeNotes()
    {
        var notes = (_changes.ToList(), _facts.ToList(), _events.ToList());
        _changes.Clear();
        _facts.Clear();
        _events.Clear();
        return notes;
    }
}

/// <summary>A fact for the timeline.</summary>
internal sealed record Fact(string Code, string[] Values);
