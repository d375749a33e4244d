using System.Globalization;

namespace ServicePlatform.Sites;

/// <summary>The site that the current scope (a request, a job, a delivery) works for.</summary>
public interface ISiteContext
{
    /// <summary>Short stable id: <c>aqua</c>. Lower-case letters, digits and dashes, at most 32.</summary>
    string Id { get; }

    /// <summary>Name that people read: the brand's or the service company's.</summary>
    string Name { get; }

    /// <summary>Path below which the site (and the portal, if one was addressed) answers: <c>/aqua</c>, or empty.</summary>
    string PathBase { get; }

    /// <summary>Language of texts where the user has chosen none.</summary>
    CultureInfo Culture { get; }

    /// <summary>Zone in which times are shown and calendars are computed.</summary>
    TimeZoneInfo TimeZone { get; }

    /// <summary>ISO 4217 code of the site's money.</summary>
    string Currency { get; }

    /// <summary>Id of the theme in force.</summary>
    string Theme { get; }

    /// <summary>Style sheets with the theme's tokens, its parents' first; paths below the site.</summary>
    IReadOnlyList<string> ThemeStyles { get; }

    /// <summary>Colour, hotline and logo of the site itself.</summary>
    SiteLook Look => new();

    /// <summary>True for the site from which the operator runs the host.</summary>
    bool IsOperatorArea { get; }

    /// <summary>The dealer's portal that was addressed inside the site, or null for the site's own.</summary>
    PortalContext? Portal { get; }

    bool IsEnabled(string featureId);
}

/// <summary>A dealer's branded portal inside a site.</summary>
/// <param name="Slug">Path segment below the site: <c>jingshui</c>.</param>
/// <param name="OrganisationId">The dealer's organisation.</param>
/// <param name="Name">Name in its head.</param>
/// <param name="Accent">Accent colour <c>#rrggbb</c> whose contrast was checked when saved, or null for the theme's.</param>
/// <param name="Hotline">Number that customers call, as written for people.</param>
public sealed record PortalContext(string Slug, Guid OrganisationId, string Name, string? Accent, string? Hotline);

/// <summary>Answers which portal of the current site a path segment addresses. Implemented by the module that owns organisations.</summary>
public interface IPortalDirectory
{
    /// <summary>All portals of the site; the kernel caches the answer until <see cref="PortalsChanged"/> is published.</summary>
    Task<IReadOnlyList<PortalContext>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A portal was added, changed or removed.</summary>
public sealed record PortalsChanged : Events.IEvent;
