using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Requests;

/// <summary>Which organisation holds what comes in, and what is promised for it.</summary>
internal sealed class IntakeDesk(IActorContext actors, ISiteContext site, IOrganisationReader organisations, PromiseMaker promises)
{
    /// <summary>Until when somebody has agreed an appointment for the request, as far as it is understood by now.</summary>
    public async Task<DateTime> BookByAsync(Request request, RequestSubject about, CancellationToken cancellationToken)
    {
        var job = new PromisedJob(request.Urgency, about.Customer.Level, request.JobType, about.Address?.DivisionCode);
        return (await promises.StartAsync(ClockKind.Booking, job, request.CreatedAt, cancellationToken)).DueAt;
    }

    /// <summary>
    /// Path of the organisation of the member of staff; for a customer that of the portal's dealer, or the head office.
    /// </summary>
    public async Task<string> PathAsync(CancellationToken cancellationToken)
    {
        if (actors.Current is { Kind: ActorKind.Staff, ScopePath: { } path })
        {
            return path;
        }

        if (site.Portal is { } portal)
        {
            var dealer = (await organisations.GetAsync([portal.OrganisationId], cancellationToken)).GetValueOrDefault(portal.OrganisationId);
            if (dealer is { IsActive: true })
            {
                return dealer.Path;
            }
        }

        var tree = await organisations.BelowAsync("/", cancellationToken);
        return tree.FirstOrDefault(node => node.Kind == OrganisationKind.HeadOffice)?.Path
            ?? throw new InvalidOperationException("The site has no head office.");
    }
}
