using ServicePlatform.Commands;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class StartTravelHandler(FieldDesk desk, ISiteContext site) : ICommandHandler<StartTravel, Done>
{
    public Task<Result<Done>> HandleAsync(StartTravel command, CancellationToken cancellationToken) =>
        desk.ActAsync(
            command.VisitId,
            command.At,
            job => Task.FromResult(job.Visit.SetOut(job.At) ?? job.Order.Begin(job.At, site.TimeZone)),
            cancellationToken);
}
