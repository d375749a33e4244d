namespace ServicePlatform.Numbers;

/// <summary>Numbers that people read: <c>WO-2611-000123</c> (series, year and month in the site's zone, running number).</summary>
public interface INumbers
{
    /// <summary>Unique in the site. Taken in blocks outside the transaction, so gaps are possible.</summary>
    /// <param name="series">Two to four capital letters: <c>WO</c>.</param>
    Task<string> NextAsync(string series, CancellationToken cancellationToken);
}
