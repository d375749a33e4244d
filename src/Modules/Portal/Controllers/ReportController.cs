using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Portal.Water;
using ServicePlatform.Security;
using ServicePlatform.Ui;
using ServicePlatform.Web;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Portal.Controllers;

/// <summary>The form by which a customer asks for service.</summary>
[Area("Portal")]
[Customer]
internal sealed class ReportController(
    ISender sender,
    ICustomerReader customers,
    IMachineReader machineReader,
    ICustomerOrderReader orders,
    OwnMachines machines,
    IWorkOrderTexts words,
    SiteTime time,
    IStringLocalizer<Texts> texts) : Controller
{
    private static readonly Dictionary<string, (int From, int Until)> Parts = new(StringComparer.Ordinal)
    {
        ["am"] = (9, 12),
        ["pm"] = (13, 18),
        ["evening"] = (18, 20),
    };

    [HttpGet("/report")]
    public async Task<IActionResult> Form(Guid? machine, string? type, CancellationToken cancellationToken)
    {
        var input = new ReportInput
        {
            Machine = machine?.ToString(),
            JobType = JobTypes.All.Contains(type, StringComparer.Ordinal) ? type! : JobTypes.Repair,
        };
        if ((await customers.OwnAsync(cancellationToken)).Count == 0)
        {
            return View("Unknown");
        }

        await PrepareAsync(input, cancellationToken);
        return View(input);
    }

    [HttpPost("/report")]
    public async Task<IActionResult> Send(ReportInput input, CancellationToken cancellationToken)
    {
        await PrepareAsync(input, cancellationToken);
        if (string.IsNullOrEmpty(input.Machine))
        {
            return this.Failed(Failure.Invalid(nameof(input.Machine), "portal.machine-needed"), input, "Form");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Form", input);
        }

        var machine = input.MachineId is { } id ? (await machineReader.OwnAsync(cancellationToken)).FirstOrDefault(own => own.Id == id) : null;
        var people = await customers.OwnAsync(cancellationToken);
        var meant = machine?.CustomerId ?? input.OtherCustomerId ?? (people is [var only] ? only.Id : null);
        if (people.FirstOrDefault(own => own.Id == meant) is not { } customer || (machine is null && !input.IsOther))
        {
            return this.Failed(Failure.NotFound("portal.machine-unknown"));
        }

        var address = machine?.AddressId ?? (await customers.OwnAddressesAsync(cancellationToken)).FirstOrDefault(own => own.CustomerId == customer.Id)?.Id;
        var (from, until) = Window(input);
        var result = await sender.SendAsync(
            new SubmitRequest(customer.Id, machine?.Id, address, input.JobType, input.Description ?? "", from, until, input.ContactPhone),
            cancellationToken);
        if (!result.Succeeded)
        {
            return this.Failed(InForm(result.Failure), input, "Form");
        }

        var request = (await orders.RequestsAsync(10, cancellationToken)).FirstOrDefault(own => own.Id == result.Value);
        return this.Done(request is null ? "/orders" : "/requests/" + request.Number, texts["Report.Sent"]);
    }

    /// <summary>The window follows from the day, and there it is said what is wrong with it.</summary>
    private static Failure InForm(Failure failure) => failure with
    {
        Fields = [.. failure.Fields.Select(field => field.Field is "WishedFrom" or "WishedUntil" ? field with { Field = nameof(ReportInput.WishedOn) } : field)],
    };

    private (DateTime? From, DateTime? Until) Window(ReportInput input)
    {
        if (input.WishedOn is not { } day)
        {
            return (null, null);
        }

        var (from, until) = Parts.GetValueOrDefault(input.WishedPart ?? "", (9, 20));
        return (time.ToUtc(day.ToDateTime(new TimeOnly(from, 0))), time.ToUtc(day.ToDateTime(new TimeOnly(until, 0))));
    }

    private async Task PrepareAsync(ReportInput input, CancellationToken cancellationToken)
    {
        var own = await machines.ListAsync(cancellationToken);
        var people = await customers.OwnAsync(cancellationToken);
        if (own.Count < 2 && people.Count < 2 && input.Machine is null)
        {
            // Who has several says which one; a wrong guess would send the wrong filters.
            input.Machine = own.Count == 1 ? own[0].Id.ToString() : ReportInput.Other;
        }

        ViewData["Machines"] = own
            .Select(machine => new SelectListItem(machine.Place is null ? machine.ModelName : $"{machine.ModelName} · {machine.Place}", machine.Id.ToString()))
            .Concat(people.Count < 2
                ? [new SelectListItem(texts["Report.OtherMachine"], ReportInput.Other)]
                : people.Select(person => new SelectListItem(texts["Report.OtherMachineOf", person.Greeting], $"{ReportInput.Other}:{person.Id}")))
            .ToList();
        ViewData["JobTypes"] = JobTypes.All.Where(type => type != JobTypes.Guidance).Select(type => new SelectListItem(words.JobType(type), type)).ToList();
        ViewData["Parts"] = Parts.Keys.Select(part => new SelectListItem(texts["Part." + part], part)).Prepend(new SelectListItem(texts["Part.any"], "")).ToList();
        ViewData["Today"] = SiteTime.Date(DateOnly.FromDateTime(time.LocalNow));
    }
}
