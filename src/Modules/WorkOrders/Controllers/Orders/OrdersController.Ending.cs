using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Waiting, review and the ends of an order.</summary>
internal sealed partial class OrdersController
{
    [HttpPost("{number}/pause")]
    [RequirePermission(OrderPermissions.Book)]
    public Task<IActionResult> Pause(string number, [Bind(Prefix = nameof(OrderAction.Pause))] PauseInput input, CancellationToken cancellationToken) =>
        input.Reason is { } reason
            ? ActAsync(number, OrderAction.Pause, new PauseOrder(input.Id, reason, input.Note, input.Version), cancellationToken)
            : AgainAsync(number, OrderAction.Pause, Failure.Invalid(nameof(input.Reason), "orders.reason-needed"), cancellationToken);

    [HttpPost("{number}/resume")]
    [RequirePermission(OrderPermissions.Book)]
    public Task<IActionResult> Resume(string number, OrderInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.Resume, new ResumeOrder(input.Id, input.Version), cancellationToken);

    [HttpPost("{number}/lines")]
    [RequirePermission(OrderPermissions.Intake)]
    public Task<IActionResult> AddLine(string number, [Bind(Prefix = nameof(OrderAction.AddLine))] LineInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.AddLine, new AddOrderLine(input.Id, input.MachineId, input.JobType ?? "", input.Version), cancellationToken);

    [HttpPost("{number}/review")]
    [RequirePermission(OrderPermissions.Review)]
    public Task<IActionResult> Review(string number, OrderInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.StartReview, new StartReview(input.Id, input.Version), cancellationToken);

    [HttpPost("{number}/close")]
    [RequirePermission(OrderPermissions.Review)]
    public Task<IActionResult> Close(string number, [Bind(Prefix = nameof(OrderAction.Close))] ReasonInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.Close, new CloseOrder(input.Id, input.Note, input.Version), cancellationToken);

    [HttpPost("{number}/send-back")]
    [RequirePermission(OrderPermissions.Review)]
    public Task<IActionResult> SendBack(string number, [Bind(Prefix = nameof(OrderAction.SendBack))] ReasonInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.SendBack, new SendBack(input.Id, input.Reason ?? "", input.Version), cancellationToken);

    [HttpPost("{number}/void-signature")]
    [RequirePermission(OrderPermissions.VoidSignature)]
    public Task<IActionResult> VoidSignature(string number, [Bind(Prefix = nameof(OrderAction.VoidSignature))] ReasonInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.VoidSignature, new VoidSignature(input.Id, input.Reason ?? "", input.Version), cancellationToken);

    [HttpPost("{number}/unfixable")]
    [RequirePermission(OrderPermissions.Review)]
    public Task<IActionResult> Unfixable(string number, [Bind(Prefix = nameof(OrderAction.DeclareUnfixable))] ReasonInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.DeclareUnfixable, new DeclareUnfixable(input.Id, input.Reason ?? "", input.Version), cancellationToken);

    [HttpPost("{number}/cancel")]
    [RequirePermission(OrderPermissions.Cancel)]
    public Task<IActionResult> Cancel(string number, [Bind(Prefix = nameof(OrderAction.Cancel))] ReasonInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.Cancel, new CancelOrder(input.Id, input.Reason ?? "", input.Version), cancellationToken);

    [HttpPost("{number}/void")]
    [RequirePermission(OrderPermissions.Cancel)]
    public Task<IActionResult> Void(string number, [Bind(Prefix = nameof(OrderAction.Void))] ReasonInput input, CancellationToken cancellationToken) =>
        ActAsync(number, OrderAction.Void, new VoidOrder(input.Id, input.Reason ?? "", input.Version), cancellationToken);
}
