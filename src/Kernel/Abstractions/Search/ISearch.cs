using ServicePlatform.Data;

namespace ServicePlatform.Search;

public enum SearchField
{
    /// <summary>People and places: found by any two or more characters in a row, or by pinyin initials.</summary>
    Name,

    /// <summary>Found by its last four or more digits.</summary>
    Phone,

    /// <summary>Found by its beginning or its last four or more characters.</summary>
    Serial,

    /// <summary>Found by the whole number or its running part.</summary>
    Number,
}

/// <summary>Keeps what can be searched. Written in the current transaction.</summary>
public interface ISearchIndex
{
    /// <summary>Replaces all that is known of the subject.</summary>
    Task SetAsync(Subject subject, IReadOnlyCollection<(SearchField Field, string Text)> texts, CancellationToken cancellationToken);

    /// <summary>The same for a subject that is made in this transaction and was never set before: nothing needs to be looked up.</summary>
    Task AddAsync(Subject subject, IReadOnlyCollection<(SearchField Field, string Text)> texts, CancellationToken cancellationToken);

    Task RemoveAsync(Subject subject, CancellationToken cancellationToken);

    /// <summary>
    /// Ids of one kind for what a person typed, best first. Of kinds whose entity carries <see cref="SubjectKindAttribute"/> and is held
    /// or granted, only those that the actor may see; of others regardless of scope. Empty for a text too short to search.
    /// </summary>
    Task<IReadOnlyList<Guid>> FindAsync(string kind, string text, int limit, CancellationToken cancellationToken);
}

/// <summary>One answer of the command palette.</summary>
/// <param name="Group">Heading: customers, machines, jobs.</param>
/// <param name="Path">Below the site.</param>
public sealed record SearchHit(string Group, string Title, string Detail, string Path);

/// <summary>Answers the command palette for one kind of thing, within the actor's scope.</summary>
public interface ISearchSource
{
    int Order { get; }

    Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken);
}
