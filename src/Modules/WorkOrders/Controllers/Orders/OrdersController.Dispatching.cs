using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Ui;
using ServicePlatform.Web;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Who has the order and when somebody goes.</summary>
internal sealed partial class OrdersController
{
    [HttpPost("{number}/dispatch")]
    [RequirePermission(OrderPermissions.Dispatch)]
    public Task<IActionResult> Dispatch(string number, [Bind(Prefix = nameof(OrderAction.AssignOutlet))] DispatchInput input, CancellationToken cancellationToken) =>
        input.OutletId is { } outlet
            ? ActAsync(number, OrderAction.AssignOutlet, new AssignOutlet(input.Id, outlet, input.Version), cancellationToken)
            : AgainAsync(number, OrderAction.AssignOutlet, Failure.Invalid(nameof(input.OutletId), "orders.outlet-needed"), cancellationToken);

    [HttpPost("{number}/accept")]
    [RequirePermission(OrderPermissions.RunOutlet)]
    public Task<IActionResult> Accept(string number, OrderInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.Accept, new AcceptOrder(input.Id, input.Version), cancellationToken);

    [HttpPost("{number}/refuse")]
    [RequirePermission(OrderPermissions.RunOutlet)]
    public async Task<IActionResult> Refuse(string number, [Bind(Prefix = nameof(OrderAction.Refuse))] ReasonInput input, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(new RefuseOrder(input.Id, input.ReasonCode ?? "", input.Note, input.Version), cancellationToken);

        // The outlet that gave it back does not see it any more.
        return result.Succeeded
            ? this.Done("/app/orders", texts["Ui.Done.Refuse"])
            : await AgainAsync(number, OrderAction.Refuse, result.Failure, cancellationToken);
    }

    [HttpPost("{number}/technician")]
    [RequirePermission(OrderPermissions.RunOutlet)]
    public Task<IActionResult> Technician(string number, [Bind(Prefix = nameof(OrderAction.AssignTechnician))] TechnicianInput input, CancellationToken cancellationToken) =>
        input.TechnicianId is { } technician
            ? ActAsync(number, OrderAction.AssignTechnician, new AssignTechnician(input.Id, technician, input.Version, input.Anyway), cancellationToken)
            : AgainAsync(number, OrderAction.AssignTechnician, Failure.Invalid(nameof(input.TechnicianId), "orders.technician-needed"), cancellationToken);

    [HttpPost("{number}/book")]
    [RequirePermission(OrderPermissions.Book)]
    public async Task<IActionResult> Book(
        string number, [Bind(Prefix = nameof(OrderAction.Book))] BookInput input, [FromServices] SiteTime time, CancellationToken cancellationToken)
    {
        if (input.Window() is not { } window)
        {
            return await AgainAsync(number, OrderAction.Book, Failure.Invalid(nameof(input.Slot), "orders.window-needed"), cancellationToken);
        }

        var (from, until) = window.ToUtc(time);
        var result = await sender.SendAsync(new BookVisit(input.Id, from, until, input.Confirmed, input.Note, input.Version, input.Anyway), cancellationToken);
        return result.Succeeded
            ? this.Done(PathOf(number), texts[input.Confirmed ? "Ui.Done.Book" : "Ui.Done.Propose"])
            : await AgainAsync(number, OrderAction.Book, input.OnOffered(result.Failure), cancellationToken);
    }

    private static string PathOf(string number) => "/app/orders/" + Uri.EscapeDataString(number);

    private async Task<IActionResult> ActAsync<T>(string number, OrderAction action, ICommand<T> command, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(command, cancellationToken);
        return result.Succeeded
            ? this.Done(PathOf(number), texts["Ui.Done." + action])
            : await AgainAsync(number, action, result.Failure, cancellationToken);
    }

    /// <summary>The page again with the action's dialog open, or, where it cannot be taken any more, with a notice that says why.</summary>
    private async Task<IActionResult> AgainAsync(string number, OrderAction action, Failure failure, CancellationToken cancellationToken)
    {
        if (failure.Kind is FailureKind.NotFound or FailureKind.Forbidden)
        {
            return this.FailedPage(failure);
        }

        var screen = await screens.BuildAsync(number, cancellationToken);
        if (!screen.Succeeded)
        {
            return this.FailedPage(screen.Failure);
        }

        return action is OrderAction.Accept or OrderAction.Resume or OrderAction.StartReview || !screen.Value.Allows(action)
            ? this.Refused(failure, PathOf(number))
            : this.Failed(failure.Under(action.ToString()), screen.Value with { Open = action }, nameof(Show));
    }
}
