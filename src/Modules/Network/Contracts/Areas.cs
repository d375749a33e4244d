using System.Globalization;

namespace ServicePlatform.Network.Contracts;

/// <summary>An outlet that serves a place.</summary>
/// <param name="CodePrefix">The area's code that matched: <c>110105</c>.</param>
/// <param name="IsPrimary">True for the one primary outlet of a county, principal and category.</param>
public sealed record OutletCandidate(OrganisationSummary Organisation, string CodePrefix, bool IsPrimary);

public interface IServiceAreas
{
    /// <summary>Active outlets for a place, those with the longest matching code first, the primary one before others.</summary>
    /// <param name="categoryCode">Empty for any.</param>
    /// <param name="divisionCode">GB/T 2260 code of six digits, or nine for a township.</param>
    Task<IReadOnlyList<OutletCandidate>> FindOutletsAsync(Guid principalId, string categoryCode, string divisionCode, CancellationToken cancellationToken);
}

/// <summary>An administrative division (GB/T 2260; townships have nine digits).</summary>
/// <param name="Latitude">Of the seat of government, GCJ-02; null where unknown.</param>
public sealed record Division(string Code, string Name, string EnglishName, string? ParentCode, double? Latitude, double? Longitude)
{
    /// <summary>Name in the current language.</summary>
    public string DisplayName => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Name : EnglishName;
}

/// <summary>What the beginning of a written address names.</summary>
/// <param name="Division">The lowest division that was recognised.</param>
/// <param name="Rest">The text behind it: street, compound, building.</param>
public sealed record DivisionMatch(Division Division, string Rest);

/// <summary>Administrative divisions of China down to counties, and townships where the reference data has them.</summary>
public interface IDivisions
{
    Division? Find(string code);

    /// <summary>Divisions directly below, or the provinces for null.</summary>
    IReadOnlyList<Division> Children(string? code);

    /// <summary>From the province down: 河北省 廊坊市 三河市; in the current language.</summary>
    string FullName(string code);

    /// <summary>
    /// Reads the divisions at the beginning of an address as people paste it; levels may be missing or repeated. Null where
    /// nothing is recognised or where the name is borne by several (朝阳区 without its city).
    /// </summary>
    DivisionMatch? Recognise(string address);
}
