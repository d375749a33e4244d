using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Ui;
using ServicePlatform.Web;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Requests.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>An agent on the phone takes a request in.</summary>
internal sealed partial class RequestsController
{
    /// <param name="customer">Null to look for the customer first.</param>
    /// <param name="customerText">What was typed to find him.</param>
    [HttpGet("new")]
    [RequirePermission(OrderPermissions.Intake)]
    public async Task<IActionResult> New(Guid? customer, Guid? machine, string? customerText, CancellationToken cancellationToken)
    {
        if (customer is { } id)
        {
            return await SheetAsync(new IntakeInput { CustomerId = id, MachineId = machine }, null, cancellationToken);
        }

        var found = await sender.AskAsync(new FindCallers(customerText ?? ""), cancellationToken);
        return found.Succeeded
            ? View("Caller", new CallerScreen(string.IsNullOrWhiteSpace(customerText) ? null : customerText.Trim(), found.Value))
            : this.FailedPage(found.Failure);
    }

    /// <summary>Customers for what an agent types, for the search field.</summary>
    [HttpGet("callers")]
    [RequirePermission(OrderPermissions.Intake)]
    public async Task<IActionResult> Callers(string? q, CancellationToken cancellationToken)
    {
        var found = await sender.AskAsync(new FindCallers(q ?? ""), cancellationToken);
        return found.Succeeded
            ? Json(found.Value.Select(match => new { id = match.CustomerId, title = match.Name, detail = string.Join(" · ", new[] { match.PhoneText, match.Place }.OfType<string>()) }))
            : this.FailedPage(found.Failure);
    }

    [HttpPost("new")]
    [RequirePermission(OrderPermissions.Intake)]
    public async Task<IActionResult> New(IntakeInput input, [FromServices] SiteTime time, CancellationToken cancellationToken)
    {
        var wanted = input.Slot is { Length: > 0 };
        if (wanted && input.Window() is null)
        {
            return await SheetAsync(input, Failure.Invalid(nameof(input.Slot), "orders.window-needed"), cancellationToken);
        }

        var window = input.Window()?.ToUtc(time);
        var result = await sender.SendAsync(
            new RecordRequest(
                input.CustomerId,
                input.MachineId,
                input.AddressId,
                input.Channel,
                input.JobType,
                string.IsNullOrWhiteSpace(input.Description) ? Unsaid(input.JobType) : input.Description.Trim(),
                input.Urgency,
                window?.From,
                window?.Until,
                string.IsNullOrWhiteSpace(input.ContactPhone) ? null : input.ContactPhone),
            cancellationToken);
        if (!result.Succeeded)
        {
            return await SheetAsync(input, input.OnOffered(result.Failure.Under("", ("WishedFrom", "From"), ("WishedUntil", "Until"))), cancellationToken);
        }

        return input.Keep ? await KeptAsync(result.Value, cancellationToken) : await OrderedAsync(result.Value, input, cancellationToken);
    }

    /// <summary>For a repair somebody must say what is wrong; the other kinds of job say it themselves.</summary>
    private string Unsaid(string jobType) => ListInput.OneOf(jobType, JobTypes.All) is not null and not JobTypes.Repair and not JobTypes.Guidance ? texts["JobType." + jobType] : "";

    private async Task<IActionResult> KeptAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var kept = await sender.AskAsync(new FindRequest(requestId), cancellationToken);
        return kept.Succeeded ? this.Done(PathOf(kept.Value.Number), texts["Ui.Done.Record"]) : this.FailedPage(kept.Failure);
    }

    /// <summary>The agent has heard all that is needed: the request is understood and becomes a job. Where that fails it stands as a request.</summary>
    private async Task<IActionResult> OrderedAsync(Guid requestId, IntakeInput input, CancellationToken cancellationToken)
    {
        var kept = await sender.AskAsync(new FindRequest(requestId), cancellationToken);
        if (!kept.Succeeded)
        {
            return this.FailedPage(kept.Failure);
        }

        var request = kept.Value;
        if (request.State == RequestState.New)
        {
            var triage = new TriageRequest(requestId, input.JobType, input.Urgency, input.MachineId, input.AddressId ?? request.AddressId, null, request.Version);
            var understood = await sender.SendAsync(triage, cancellationToken);
            if (!understood.Succeeded)
            {
                return this.Refused(understood.Failure, PathOf(request.Number));
            }
        }

        return await ConvertAsync(requestId, null, cancellationToken);
    }

    /// <param name="version">The version that the agent has seen; null where he has just changed it himself.</param>
    private async Task<IActionResult> ConvertAsync(Guid requestId, int? version, CancellationToken cancellationToken)
    {
        var found = await sender.AskAsync(new FindRequest(requestId), cancellationToken);
        if (!found.Succeeded)
        {
            return this.FailedPage(found.Failure);
        }

        var request = found.Value;
        if (request.OrderNumber is { } known)
        {
            return this.Done("/app/orders/" + known, texts["Ui.Done.Convert", known]);
        }

        var made = await sender.SendAsync(new ConvertRequest(requestId, version ?? request.Version), cancellationToken);
        if (!made.Succeeded)
        {
            return this.Refused(made.Failure, PathOf(request.Number));
        }

        var converted = await sender.AskAsync(new FindRequest(requestId), cancellationToken);
        return converted.Value.OrderNumber is { } number
            ? this.Done("/app/orders/" + number, texts["Ui.Done.Convert", number])
            : this.Done(PathOf(request.Number), texts["Ui.Done.Convert", ""]);
    }

    private async Task<IActionResult> SheetAsync(IntakeInput input, Failure? failure, CancellationToken cancellationToken)
    {
        var sheet = await sender.AskAsync(new GetIntakeSheet(input.CustomerId), cancellationToken);
        if (!sheet.Succeeded)
        {
            return this.FailedPage(sheet.Failure);
        }

        if (failure is null)
        {
            input.MachineId ??= sheet.Value.Machines.Count == 1 ? sheet.Value.Machines[0].Machine.Id : null;
            input.AddressId ??= sheet.Value.AddressOf(input.MachineId);
        }

        var screen = new IntakeScreen(sheet.Value, input, slots.Offer([]));
        return failure is null ? View("New", screen) : this.Failed(failure, screen, "New");
    }
}
