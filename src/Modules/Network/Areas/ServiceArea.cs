using ServicePlatform.Commands;
using ServicePlatform.Data;

namespace ServicePlatform.Network.Areas;

/// <summary>An organisation serves a principal's products of one category in a division.</summary>
internal sealed class ServiceArea : Entity
{
    public const int PrefixLength = 9;
    public const int KeyLength = 120;

    public Guid OrganisationId { get; init; }

    public Guid PrincipalId { get; init; }

    public required string CategoryCode { get; init; }

    /// <summary>See <see cref="AreaCodes.Prefix"/>.</summary>
    public required string CodePrefix { get; init; }

    public bool IsPrimary { get; private set; }

    /// <summary>Why this county has a further primary outlet.</summary>
    public string? ExceptionReason { get; private set; }

    /// <summary>
    /// County, principal and category for the one regular primary outlet of a county, otherwise the row's own id: a unique
    /// index on it keeps two hands from naming two primaries at the same moment.
    /// </summary>
    public string PrimaryKey { get; private set; } = "";

    /// <summary>Null where the area lies in no county: urban districts and larger areas may have several primary outlets.</summary>
    public string? RuleKey => AreaCodes.County(CodePrefix) is { } county ? $"{county}|{PrincipalId:N}|{CategoryCode}" : null;

    /// <summary>An outlet among others.</summary>
    public void MakeOrdinary() => (IsPrimary, ExceptionReason, PrimaryKey) = (false, null, Id.ToString("N"));

    /// <summary>The primary outlet. A second one in a county needs a reason.</summary>
    /// <param name="standing">The regular primary outlet of the county now, or null.</param>
    public Failure? MakePrimary(StandingPrimary? standing, string? exceptionReason)
    {
        if (RuleKey is not { } key || standing is null || standing.AreaId == Id)
        {
            (IsPrimary, ExceptionReason, PrimaryKey) = (true, null, RuleKey ?? Id.ToString("N"));
            return null;
        }

        var isOwn = standing.OrganisationId == OrganisationId;
        if (!isOwn && string.IsNullOrWhiteSpace(exceptionReason))
        {
            return Failure.Invalid("ExceptionReason", "network.second-primary", standing.OrganisationName);
        }

        (IsPrimary, ExceptionReason, PrimaryKey) = (true, isOwn ? null : exceptionReason!.Trim(), Id.ToString("N"));
        return null;
    }
}

/// <summary>The regular primary outlet of a county for a principal and category.</summary>
internal sealed record StandingPrimary(Guid AreaId, Guid OrganisationId, string OrganisationName);
