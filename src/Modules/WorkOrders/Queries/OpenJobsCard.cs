using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Ui;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Orders.Queries;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>The customer page's section of open requests and jobs, and the last ones that ended.</summary>
internal sealed class OpenJobsCard(ISiteDb db, IActorContext actors, IWorkOrderTexts words, IStringLocalizer<Texts> texts, ISiteContext site, IClock clock) : ICustomerCard
{
    private const int Rows = 10;

    public int Order => 10;

    public async Task<CustomerSection?> BuildAsync(Guid customerId, CancellationToken cancellationToken)
    {
        if (!actors.Current.Can(OrderPermissions.View))
        {
            return null;
        }

        var open = RequestStates.Open.ToList();
        var requests = await db.List<Request>().Where(request => request.CustomerId == customerId && open.Contains(request.State))
            .OrderByDescending(request => request.CreatedAt).Take(Rows).ToListAsync(cancellationToken);
        var orders = await db.List<Order>().Where(order => order.CustomerId == customerId)
            .OrderBy(order => order.EndedAt != null).ThenByDescending(order => order.CreatedAt).Take(Rows).ToListAsync(cancellationToken);
        var running = orders.FindAll(order => order.EndedAt is null);
        var action = actors.Current.Can(OrderPermissions.Intake)
            ? new CustomerSectionAction(texts["Card.NewRequest"], $"/app/requests/new?customer={customerId}")
            : null;
        return new CustomerSection(
            texts["Card.Jobs"],
            [.. requests.Select(Row), .. orders.Select(Row)],
            texts["Card.NoJobs"],
            Headline(requests, running),
            action);
    }

    private CustomerHeadline? Headline(List<Request> requests, List<Order> running)
    {
        var count = requests.Count + running.Count;
        if (count == 0)
        {
            return null;
        }

        var late = running.Exists(order => order.IsLate(clock.UtcNow));
        var next = running.Where(order => order.AppointmentFrom is not null).MinBy(order => order.AppointmentFrom);
        var note = next is null ? null : AppointmentWindow.Describe(next.AppointmentFrom!.Value, next.AppointmentUntil!.Value, site.TimeZone);
        return new CustomerHeadline(texts["Card.Open"], texts["Card.Count", count], note, late ? Tone.Bad : Tone.Info);
    }

    private CustomerSectionRow Row(Request request) => new(
        $"{words.JobType(request.JobType)} · {request.Number}",
        Summaries.Short(request.Description),
        words.State(request.State),
        Tone.Info,
        "/app/requests/" + request.Number,
        "inbox");

    private CustomerSectionRow Row(Order order) => new(
        $"{words.JobType(order.JobType)} · {order.Number}",
        Summaries.Short(order.Description),
        words.State(order.State),
        OrderTones.Of(order.State, order.IsLate(clock.UtcNow)),
        "/app/orders/" + order.Number,
        "clipboard-list");
}
