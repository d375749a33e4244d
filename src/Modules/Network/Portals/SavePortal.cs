using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Phones;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Portals;

/// <summary>Opens or changes the portal of a dealer. The address segment must be free in the site.</summary>
/// <param name="Slug">Segment of the address: <c>jingshui</c>.</param>
/// <param name="Accent"><c>#rrggbb</c>, or null for the theme's.</param>
/// <param name="Version">Of the portal that was changed, null where there was none.</param>
[EditsNetwork]
internal sealed record SavePortal(Guid OrganisationId, string Slug, string Name, string? Accent, string? Hotline, int? Version = null) : ICommand;

internal sealed class SavePortalValidator : AbstractValidator<SavePortal>
{
    /// <summary>First segments of the product's own addresses.</summary>
    private static readonly string[] Reserved =
        ["account", "api", "app", "assets", "book", "error", "events", "field", "files", "health", "home", "hubs", "machines", "orders", "portal", "preferences", "report", "requests", "sign-in", "sign-out", "style"];

    public SavePortalValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Slug).NotEmpty().MinimumLength(3).MaximumLength(DealerPortal.SlugLength)
            .Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$").WithMessage(_ => texts["Validation.Slug"])
            .Must(slug => !Reserved.Contains(slug, StringComparer.Ordinal)).WithMessage(_ => texts["Validation.SlugReserved"]);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.Accent).Matches("^#[0-9a-fA-F]{6}$").WithMessage(_ => texts["Validation.Colour"]).DependentRules(() =>
            RuleFor(command => command.Accent).Must(accent => string.IsNullOrEmpty(accent) || AccentColour.IsLegible(accent)).WithMessage(_ => texts["Validation.ColourTooLight"]));
        RuleFor(command => command.Hotline).MaximumLength(40);
    }
}

internal sealed class SavePortalHandler(ISiteDb db, NetworkReach reach, ITimeline timeline, IEvents events) : ICommandHandler<SavePortal, Done>
{
    public async Task<Result<Done>> HandleAsync(SavePortal command, CancellationToken cancellationToken)
    {
        var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == command.OrganisationId, cancellationToken);
        if (organisation is null || !reach.MayEditPeople(organisation.Path))
        {
            return Failure.NotFound("network.organisation-not-found");
        }

        var hotline = PhoneNumber.Parse(command.Hotline);
        if (hotline is null && !string.IsNullOrWhiteSpace(command.Hotline))
        {
            return Failure.Invalid(nameof(command.Hotline), "network.phone-unreadable");
        }

        if (await db.Set<DealerPortal>().AnyAsync(row => row.Slug == command.Slug && row.OrganisationId != organisation.Id, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Slug), "network.slug-taken", command.Slug);
        }

        var portal = await db.Set<DealerPortal>().FirstOrDefaultAsync(row => row.OrganisationId == organisation.Id, cancellationToken);
        if (portal?.Version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new(command.Version ?? 0, portal?.Version ?? 0) };
        }

        if (portal is null)
        {
            portal = new DealerPortal { OrganisationId = organisation.Id, Slug = command.Slug, Name = command.Name };
            db.Set<DealerPortal>().Add(portal);
        }

        portal.Slug = command.Slug;
        portal.Name = command.Name.Trim();
        portal.Accent = command.Accent.Blank()?.ToLowerInvariant();
        portal.Hotline = hotline is null ? null : PhoneNumber.Display(hotline.E164);
        if (db.HasChanged(portal))
        {
            timeline.Add(organisation.Subject(), "network.portal-saved", portal.Slug);
            events.Publish(new PortalsChanged());
        }

        return Result.Done;
    }
}
