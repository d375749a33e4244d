using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;

namespace ServicePlatform.WorkOrders.Queries;

internal static class Summaries
{
    private const int Longest = 120;

    public static OrderSummary Of(Order order) => new(
        order.Id,
        order.Number,
        order.JobType,
        Short(order.Description),
        order.State,
        order.Urgency,
        order.CustomerId,
        order.MachineId,
        order.CreatedAt,
        order.AppointmentFrom,
        order.EndedAt is null ? order.DueAt : null)
    {
        Version = order.Version,
    };

    /// <summary>The first line, cut to what a list can show.</summary>
    public static string Short(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        if (line.Length <= Longest)
        {
            return line.ToString();
        }

        var cut = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return string.Concat(line[..cut], "…");
    }
}
