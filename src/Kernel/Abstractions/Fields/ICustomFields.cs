using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Search;

namespace ServicePlatform.Fields;

/// <summary>
/// A kind of thing to which a site may add fields. Register it with <c>services.AddScoped&lt;ICustomFieldSubject, ...&gt;()</c>; its name is the
/// text <c>CustomFieldSubject.{Kind}</c> of the module.
/// </summary>
public interface ICustomFieldSubject
{
    /// <summary>As in <see cref="SubjectKindAttribute"/>.</summary>
    string Kind { get; }

    int Order { get; }
}

/// <summary>The fields that a site has added, and their values. Whether the actor may see or change a thing, the caller has seen to.</summary>
public interface ICustomFields
{
    /// <summary>Fields in use of a kind, in their order: those for all principals, and those of the named one. All principals' where none is named.</summary>
    Task<IReadOnlyList<CustomField>> ListAsync(string kind, Guid? principalId, CancellationToken cancellationToken);

    /// <summary>The fields and values of one thing.</summary>
    Task<CustomFieldSheet> SheetAsync(Subject subject, Guid principalId, CancellationToken cancellationToken);

    /// <summary>Stored values of several things of one kind, by thing and code.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> ValuesAsync(string kind, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Checks what was entered and stores it in the current transaction.</summary>
    /// <param name="isNew">True where the thing is made in this transaction: nothing is looked up.</param>
    /// <returns>Whether a value changed; a failure names every wrong field.</returns>
    Task<Result<bool>> SetAsync(Subject subject, Guid principalId, CustomFieldInput input, bool isNew, CancellationToken cancellationToken);

    /// <summary>What a thing is found by besides its own words. Also sees what was set in this transaction.</summary>
    Task<IReadOnlyList<(SearchField Field, string Text)>> SearchTextsAsync(Subject subject, CancellationToken cancellationToken);

    /// <summary>Rows whose values fit. Unknown codes and values that cannot be read narrow nothing.</summary>
    Task<IQueryable<T>> NarrowAsync<T>(IQueryable<T> rows, string kind, IReadOnlyList<CustomFilter> filters, CancellationToken cancellationToken)
        where T : Entity;

    /// <summary>Forgets all values of a thing.</summary>
    Task RemoveAsync(Subject subject, CancellationToken cancellationToken);
}

/// <summary>One filter on a custom field.</summary>
/// <param name="Value">Exactly this value (of a text its beginning); null where a range is meant.</param>
/// <param name="From">Smallest number or day, or null.</param>
/// <param name="Until">Largest number or day, or null.</param>
public sealed record CustomFilter(string Code, string? Value, string? From = null, string? Until = null)
{
    /// <summary>Begins the names of custom filters in the address: <c>f.contract_no</c>, <c>f.installed.from</c>.</summary>
    public const string Prefix = "f.";

    /// <summary>The filters that an address carries; each is kept within sensible lengths.</summary>
    public static IReadOnlyList<CustomFilter> Of(IEnumerable<KeyValuePair<string, string>> query)
    {
        const int most = 20;
        var found = new Dictionary<string, CustomFilter>(StringComparer.Ordinal);
        foreach (var (name, value) in query.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(pair.Value) && pair.Value.Length <= Lengths.Name))
        {
            var parts = name[Prefix.Length..].Split('.');
            var known = found.GetValueOrDefault(parts[0]) ?? new CustomFilter(parts[0], null);
            found[parts[0]] = parts is [_, "from"] ? known with { From = value } : parts is [_, "until"] ? known with { Until = value } : known with { Value = value };
        }

        return [.. found.Values.Take(most)];
    }
}
