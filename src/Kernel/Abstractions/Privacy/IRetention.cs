namespace ServicePlatform.Privacy;

/// <summary>
/// One kind of thing that holds personal data and is removed a term after it has served its purpose. A module registers one for each such
/// kind; the site sets the term, a nightly job removes. Its name is the text <c>Retention.{Id}</c>, and what goes and what stays the text
/// <c>Retention.{Id}.Description</c>.
/// </summary>
public interface IRetention
{
    /// <summary>Stable, lower case, module first: <c>messaging.texts</c>. At most 64 characters.</summary>
    string Id { get; }

    RetentionTerm Term { get; }

    /// <summary>How many would be removed now. What belongs to a held customer (<see cref="ILegalHolds"/>) does not count.</summary>
    /// <param name="before">What had served its purpose before this UTC time is due.</param>
    /// <param name="cancellationToken">Stops counting.</param>
    Task<int> CountAsync(DateTime before, CancellationToken cancellationToken);

    /// <summary>Removes some of them in the current transaction, so few that whoever waits to write notices nothing; asked again while there are more.</summary>
    Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken);
}

public enum RetentionUnit
{
    Days,
    Months,
}

/// <summary>How long something may be kept.</summary>
/// <param name="Usual">What holds where the site says nothing.</param>
/// <param name="Least">The law or the work itself needs it for so long.</param>
/// <param name="Longest">Nobody has a reason to keep it longer.</param>
public sealed record RetentionTerm(RetentionUnit Unit, int Usual, int Least, int Longest)
{
    /// <summary>What had served its purpose before this time is due.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="term">In the unit.</param>
    public DateTime Before(DateTime now, int term) => Unit == RetentionUnit.Days ? now.AddDays(-term) : now.AddMonths(-term);
}

/// <summary>One small step.</summary>
/// <param name="Before">UTC; see <see cref="IRetention.CountAsync"/>.</param>
/// <param name="AtMost">How many to remove; fewer where one is much work.</param>
/// <param name="After">Where the step before has come to.</param>
public sealed record RetentionPass(DateTime Before, int AtMost, Guid After = default);

/// <summary>What a step has done.</summary>
/// <param name="IsMore">Whether to ask again.</param>
/// <param name="After">Handed to the next step, for kinds that walk along ids.</param>
public sealed record RetentionStep(int Removed, bool IsMore, Guid After = default);

/// <summary>
/// Customers whose data must be kept because of a dispute or an inquiry, whoever asks for its end. Neither erasing nor retention touches what
/// is theirs. The queries run in the current site's database and may stand inside others.
/// </summary>
public interface ILegalHolds
{
    /// <summary>Ids of those who are held now.</summary>
    IQueryable<Guid> Customers { get; }

    /// <summary>Their numbers in E.164.</summary>
    IQueryable<string> Phones { get; }

    /// <summary>By what they would be found in a table or a free text: names and numbers as people write them.</summary>
    Task<IReadOnlyList<string>> WordsAsync(CancellationToken cancellationToken);
}
