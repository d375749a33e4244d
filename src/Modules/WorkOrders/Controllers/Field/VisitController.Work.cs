using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Steps, photos, filters and the signature.</summary>
internal sealed partial class VisitController
{
    [HttpPost("steps")]
    [RequirePermission(OrderPermissions.Work)]
    public Task<IActionResult> Complete(string number, StepInput input, CancellationToken cancellationToken)
    {
        // What is no number must not pass for an empty field.
        if (ModelState.TryGetValue(nameof(input.Value), out var value) && value.Errors.Count > 0)
        {
            ModelState.Remove(nameof(input.Value));
            return AgainAsync(number, Failure.Invalid(nameof(input.Value), "orders.step-value-needed"), VisitPart.Step, input.Step, cancellationToken);
        }

        var command = new CompleteStep(input.Id, input.Step ?? "", TimeOf(input), input.Value, input.Text, input.Minutes);
        return ActAsync(number, input, command, VisitPart.Step, input.Step, cancellationToken);
    }

    [HttpPost("photos")]
    [RequirePermission(OrderPermissions.Work)]
    public async Task<IActionResult> Photo(string number, PhotoInput input, CancellationToken cancellationToken)
    {
        var part = input.Step is null ? VisitPart.Photo : VisitPart.Step;
        if (input.Photo is not { Length: > 0 } file)
        {
            return await AgainAsync(number, Failure.Invalid(nameof(input.Photo), "orders.step-photo-needed"), part, input.Step, cancellationToken);
        }

        await using var content = file.OpenReadStream();
        var command = new AddVisitPhoto(input.Id, input.Step, input.Angle, TimeOf(input), NameOf(file.FileName), content);
        var result = await sender.SendAsync(command, cancellationToken);
        return result.Succeeded || IsRepeat(input, result.Failure)
            ? LocalRedirect("~" + PathOf(number))
            : await AgainAsync(number, result.Failure.Under("", ("Content", nameof(input.Photo))), part, input.Step, cancellationToken);
    }

    [HttpPost("filters")]
    [RequirePermission(OrderPermissions.Work)]
    public async Task<IActionResult> Filter(string number, FilterInput input, CancellationToken cancellationToken)
    {
        var command = new ChangeFilter(input.Id, input.Position, input.Serial, TimeOf(input), input.MachineId);
        var result = await sender.SendAsync(command, cancellationToken);
        if (!result.Succeeded && !IsRepeat(input, result.Failure))
        {
            var part = input.Step is null ? VisitPart.Filters : VisitPart.Step;
            return await AgainAsync(number, result.Failure, part, input.Step, cancellationToken);
        }

        // Further positions may follow.
        var back = input.Step is null ? "?part=filters" : "?step=" + Uri.EscapeDataString(input.Step);
        return LocalRedirect("~" + PathOf(number) + back);
    }

    [HttpPost("signature")]
    [RequirePermission(OrderPermissions.Work)]
    public async Task<IActionResult> Sign(string number, SignatureInput input, CancellationToken cancellationToken)
    {
        await using var drawing = input.Signature is { Length: > 0 } file ? file.OpenReadStream() : null;
        var result = await sender.SendAsync(new SignVisit(input.Id, input.SignatureName ?? "", TimeOf(input), drawing), cancellationToken);
        if (result.Succeeded || IsRepeat(input, result.Failure))
        {
            return LocalRedirect("~" + PathOf(number));
        }

        var failure = result.Failure.Under("", ("SignerName", nameof(input.SignatureName)), ("Drawing", nameof(input.Signature)));
        return await AgainAsync(number, failure, VisitPart.Sign, null, cancellationToken);
    }

    /// <summary>Cameras give long names or none.</summary>
    private static string NameOf(string fileName)
    {
        var name = Path.GetFileName(fileName);
        return name.Length is 0 or > 100 ? "photo" : name;
    }
}
