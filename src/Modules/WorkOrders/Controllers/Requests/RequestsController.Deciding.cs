using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Web;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Requests.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>What becomes of a request.</summary>
internal sealed partial class RequestsController
{
    [HttpPost("{number}/triage")]
    [RequirePermission(OrderPermissions.Intake)]
    public async Task<IActionResult> Triage(string number, [Bind(Prefix = nameof(RequestAction.Triage))] TriageInput input, CancellationToken cancellationToken)
    {
        var command = new TriageRequest(input.Id, input.JobType ?? "", input.Urgency, input.MachineId, input.AddressId, input.Note, input.Version);
        var result = await sender.SendAsync(command, cancellationToken);
        if (!result.Succeeded)
        {
            return await AgainAsync(number, RequestAction.Triage, result.Failure, cancellationToken);
        }

        return input.Convert
            ? await ConvertAsync(input.Id, null, cancellationToken)
            : this.Done(PathOf(number), texts["Ui.Done.Triage"]);
    }

    [HttpPost("{number}/convert")]
    [RequirePermission(OrderPermissions.Intake)]
    public Task<IActionResult> Convert(string number, RequestInput input, CancellationToken cancellationToken) =>
        ConvertAsync(input.Id, input.Version, cancellationToken);

    [HttpPost("{number}/solve")]
    [RequirePermission(OrderPermissions.Intake)]
    public Task<IActionResult> Solve(string number, [Bind(Prefix = nameof(RequestAction.SolveRemotely))] DecisionInput input, CancellationToken cancellationToken) =>
        DecideAsync(number, RequestAction.SolveRemotely, new SolveRequestRemotely(input.Id, input.Solution ?? "", input.Version), cancellationToken);

    [HttpPost("{number}/reject")]
    [RequirePermission(OrderPermissions.Intake)]
    public Task<IActionResult> Reject(string number, [Bind(Prefix = nameof(RequestAction.Reject))] DecisionInput input, CancellationToken cancellationToken) =>
        DecideAsync(number, RequestAction.Reject, new RejectRequest(input.Id, input.Reason ?? "", input.Version), cancellationToken);

    [HttpPost("{number}/duplicate")]
    [RequirePermission(OrderPermissions.Intake)]
    public Task<IActionResult> Duplicate(string number, [Bind(Prefix = nameof(RequestAction.MarkDuplicate))] DecisionInput input, CancellationToken cancellationToken) =>
        DecideAsync(number, RequestAction.MarkDuplicate, new MarkRequestDuplicate(input.Id, input.OriginalNumber?.Trim() ?? "", input.Version), cancellationToken);

    [HttpPost("{number}/close")]
    [RequirePermission(OrderPermissions.Intake)]
    public Task<IActionResult> Close(string number, RequestInput input, CancellationToken cancellationToken) =>
        DecideAsync(number, RequestAction.Close, new CloseRequest(input.Id, input.Version), cancellationToken);

    private async Task<IActionResult> DecideAsync(string number, RequestAction action, ICommand<Done> command, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(command, cancellationToken);
        return result.Succeeded
            ? this.Done(PathOf(number), texts["Ui.Done.Request." + action])
            : await AgainAsync(number, action, result.Failure, cancellationToken);
    }

    /// <summary>The page again with what was typed, or, where the action cannot be taken any more, with a notice that says why.</summary>
    private async Task<IActionResult> AgainAsync(string number, RequestAction action, Failure failure, CancellationToken cancellationToken)
    {
        if (failure.Kind is FailureKind.NotFound or FailureKind.Forbidden)
        {
            return this.FailedPage(failure);
        }

        var page = await sender.AskAsync(new GetRequest(number), cancellationToken);
        if (!page.Succeeded)
        {
            return this.FailedPage(page.Failure);
        }

        var screen = RequestScreen.Of(page.Value);
        return action == RequestAction.Close || !screen.Allows(action)
            ? this.Refused(failure, PathOf(number))
            : this.Failed(failure.Under(action.ToString()), screen with { Open = action }, nameof(Show));
    }
}
