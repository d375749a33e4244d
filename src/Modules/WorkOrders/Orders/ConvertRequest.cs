using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class ConvertRequestHandler(ISiteDb db, RequestSubjects subjects, OrderMaker maker, JobAccess access, Journal journal, IClock clock)
    : ICommandHandler<ConvertRequest, Guid>
{
    public async Task<Result<Guid>> HandleAsync(ConvertRequest command, CancellationToken cancellationToken)
    {
        var row = await db.Set<Request>().FirstOrDefaultAsync(request => request.Id == command.RequestId, cancellationToken);
        var found = Versions.Current(row, command.Version, "orders.request-not-found");
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var request = found.Value;
        if (!RequestStates.Table.Allows(request.State, RequestState.Converted))
        {
            return request.Convert("", clock.UtcNow)!;
        }

        var about = await subjects.SeenByStaffAsync(request.CustomerId, request.MachineId, request.AddressId, cancellationToken);
        if (!about.Succeeded)
        {
            return about.Failure;
        }

        return about.Value.Address is { } address
            ? await MakeAsync(request, about.Value, address, cancellationToken)
            : Failure.Conflict("orders.request-needs-address");
    }

    private async Task<Result<Guid>> MakeAsync(Request request, RequestSubject about, Crm.Contracts.AddressSummary address, CancellationToken cancellationToken)
    {
        var order = await maker.MakeAsync(request, about, address, request.HolderPath, cancellationToken);
        if (request.Convert(order.Number, clock.UtcNow) is { } failure)
        {
            return failure;
        }

        order.Submit(request.Number, clock.UtcNow);
        await access.EndAsync(request, cancellationToken);
        await access.OpenAsync(order, cancellationToken);
        journal.Write(request, order);
        return order.Id;
    }
}
