namespace ServicePlatform.Data;

/// <summary>An entity with a version 7 key, which orders roughly by creation.</summary>
public abstract class Entity
{
    private Guid _id;

    // Made when first asked for: a row that is read from the database has its own, and a list reads hundreds.
    public Guid Id
    {
        get => _id == default ? _id = Guid.CreateVersion7() : _id;
        init => _id = value;
    }
}

/// <summary>An editable row. The kernel counts the version up at each save and refuses a stale write.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>A row of work: it belongs to one principal and is held by one organisation at a time.</summary>
public interface IHeld
{
    /// <summary>The client brand that the row belongs to.</summary>
    Guid PrincipalId { get; }

    /// <summary>Path of the organisation that holds the row now: <c>/hq/north/bj-07/</c>.</summary>
    string HolderPath { get; }
}

/// <summary>
/// A row without a holder (customer, machine): head office sees it by principal, an outlet through a grant
/// (see <see cref="IAccessGrants"/>).
/// </summary>
public interface IGranted
{
    Guid Id { get; }

    Guid PrincipalId { get; }

    /// <summary>Its place in lists, the newest first, in UTC. It never changes.</summary>
    DateTime ListedAt { get; }
}

/// <summary>Names the kind of thing that a row is in grants, timelines, files and search: <c>customer</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubjectKindAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;
}

/// <summary>One thing of the product, named across modules.</summary>
/// <param name="Kind">As in <see cref="SubjectKindAttribute"/>, at most 32 characters.</param>
public sealed record Subject(string Kind, Guid Id);

/// <summary>Lengths of columns that mean the same everywhere.</summary>
public static class Lengths
{
    public const int Code = 64;
    public const int Number = 32;
    public const int Name = 200;
    public const int Phone = 20;
    public const int Text = 2000;
    public const int Path = 300;
    public const int Address = 400;
    public const int Kind = 32;
    public const int Json = 16000;
}
