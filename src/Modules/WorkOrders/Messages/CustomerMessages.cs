using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Phones;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Messages;

/// <summary>Tells customers how their jobs get on. Runs in deliveries, as the product itself.</summary>
internal sealed class CustomerMessages(ISiteDb db, ISender sender, IOrganisationReader organisations, ITechnicianReader technicians, ISiteContext site)
{
    public const string Arrived = "technician-arrived";

    /// <exception cref="InvalidOperationException">The message was refused; the delivery is tried again and then parked.</exception>
    public async Task SendAsync(
        Guid customerId, string template, Subject about, string holderPath, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        // Hours later it would only puzzle him.
        var goodFor = template == Arrived ? TimeSpan.FromHours(1) : (TimeSpan?)null;
        var sent = await sender.SendAsync(new SendMessage(customerId, template, MessageClass.Service, about, values, holderPath, goodFor), cancellationToken);
        if (!sent.Succeeded)
        {
            throw new InvalidOperationException($"The message '{template}' was refused: {sent.Failure.Code}.");
        }
    }

    public async Task AboutVisitAsync(Guid visitId, string template, CancellationToken cancellationToken)
    {
        var visit = await db.List<Visit>().FirstOrDefaultAsync(row => row.Id == visitId, cancellationToken);
        var order = visit is null ? null : await db.List<Order>().FirstOrDefaultAsync(row => row.Id == visit.OrderId, cancellationToken);
        if (visit is null || order is null)
        {
            return;
        }

        var values = await ValuesAsync(visit, order, cancellationToken);
        await SendAsync(visit.CustomerId, template, Subjects.Visit(visit.Id), visit.HolderPath, values, cancellationToken);
    }

    public async Task AboutOrderAsync(Order order, string template, CancellationToken cancellationToken)
    {
        var values = await ValuesAsync(order, order.TechnicianId, cancellationToken);
        values["reason"] = order.EndNote ?? "";
        await SendAsync(order.CustomerId, template, Subjects.Order(order.Id), order.HolderPath, values, cancellationToken);
    }

    private async Task<Dictionary<string, string>> ValuesAsync(Visit visit, Order order, CancellationToken cancellationToken)
    {
        var values = await ValuesAsync(order, visit.TechnicianId, cancellationToken);
        values["window"] = AppointmentWindow.Describe(visit.PlannedFrom, visit.PlannedUntil, site.TimeZone);
        values["conclusion"] = visit.Conclusion ?? "";
        return values;
    }

    private async Task<Dictionary<string, string>> ValuesAsync(Order order, Guid? named, CancellationToken cancellationToken)
    {
        var outlet = order.OutletId is { } outletId ? (await organisations.GetAsync([outletId], cancellationToken)).GetValueOrDefault(outletId) : null;
        var technician = named is { } technicianId ? (await technicians.GetAsync([technicianId], cancellationToken)).GetValueOrDefault(technicianId) : null;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["number"] = order.Number,
            ["technician"] = technician?.Name ?? "",
            ["outlet"] = outlet?.Name ?? "",
            ["phone"] = outlet?.Phone is { } phone ? PhoneNumber.Display(phone) : "",
        };
    }
}
