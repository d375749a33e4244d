using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>From setting out to the end.</summary>
internal sealed partial class VisitController
{
    [HttpPost("set-out")]
    [RequirePermission(OrderPermissions.Work)]
    public Task<IActionResult> SetOut(string number, ActInput input, CancellationToken cancellationToken) =>
        ActAsync(number, input, new StartTravel(input.Id, TimeOf(input)), VisitPart.Overview, null, cancellationToken);

    [HttpPost("arrive")]
    [RequirePermission(OrderPermissions.Work)]
    public Task<IActionResult> Arrive(string number, ArrivalInput input, CancellationToken cancellationToken) =>
        ActAsync(number, input, new ConfirmArrival(input.Id, TimeOf(input), input.Position, input.Accuracy), VisitPart.Overview, null, cancellationToken);

    [HttpPost("start")]
    [RequirePermission(OrderPermissions.Work)]
    public Task<IActionResult> Start(string number, ActInput input, CancellationToken cancellationToken) =>
        ActAsync(number, input, new StartWork(input.Id, TimeOf(input)), VisitPart.Overview, null, cancellationToken);

    [HttpPost("finish")]
    [RequirePermission(OrderPermissions.Work)]
    public Task<IActionResult> Finish(string number, EndInput input, CancellationToken cancellationToken) =>
        EndAsync(
            number, input, new FinishVisit(input.Id, TimeOf(input), input.Finding, input.Conclusion ?? ""), VisitPart.Finish, texts["Ui.Done.Finish"], cancellationToken);

    [HttpPost("nobody-home")]
    [RequirePermission(OrderPermissions.Work)]
    public Task<IActionResult> NobodyHome(string number, EndInput input, CancellationToken cancellationToken) =>
        EndAsync(
            number, input, new ReportNobodyHome(input.Id, TimeOf(input), input.Note), VisitPart.NobodyHome, texts["Ui.Done.NobodyHome"], cancellationToken);

    [HttpPost("incomplete")]
    [RequirePermission(OrderPermissions.Work)]
    public Task<IActionResult> Incomplete(string number, EndInput input, CancellationToken cancellationToken) =>
        input.Reason is { } reason
            ? EndAsync(
                number, input, new LeaveIncomplete(input.Id, TimeOf(input), reason, input.Note ?? ""), VisitPart.Incomplete, texts["Ui.Done.Incomplete"], cancellationToken)
            : AgainAsync(number, Failure.Invalid(nameof(input.Reason), "orders.reason-needed"), VisitPart.Incomplete, null, cancellationToken);
}
