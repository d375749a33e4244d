using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Principals;
using ServicePlatform.Phones;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Network.Controllers;

/// <summary>The client brands.</summary>
[Area("Network")]
[Route("app/principals")]
[RequirePermission(NetworkPermissions.Edit)]
internal sealed class PrincipalsController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var rows = await sender.AskAsync(new ListPrincipals(), cancellationToken);
        return rows.Succeeded ? View(rows.Value) : this.FailedPage(rows.Failure);
    }

    [HttpGet("new")]
    public IActionResult New() => View("Form", new PrincipalForm());

    [HttpPost("new")]
    public Task<IActionResult> New(PrincipalForm form, CancellationToken cancellationToken)
    {
        form.Id = null;
        return SaveAsync(form, cancellationToken);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var rows = await sender.AskAsync(new ListPrincipals(), cancellationToken);
        var row = rows.Succeeded ? rows.Value.FirstOrDefault(principal => principal.Id == id) : null;
        return row is null ? this.FailedPage(Failure.NotFound("network.principal-not-found")) : View("Form", PrincipalForm.Of(row));
    }

    [HttpPost("{id:guid}")]
    public Task<IActionResult> Edit(Guid id, PrincipalForm form, CancellationToken cancellationToken)
    {
        form.Id = id;
        return SaveAsync(form, cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(PrincipalForm form, CancellationToken cancellationToken)
    {
        var command = new SavePrincipal(form.Id, (form.Code ?? "").Trim(), form.Name ?? "", form.Hotline, form.IsActive, form.Version);
        var saved = ModelState.IsValid ? await sender.SendAsync(command, cancellationToken) : Failure.Invalid([]);
        return saved.Succeeded ? this.Done("/app/principals", texts["Principal.Saved"]) : this.Failed(saved.Failure, form, "Form");
    }
}

internal sealed class PrincipalForm
{
    public Guid? Id { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Hotline { get; set; }

    public bool IsActive { get; set; } = true;

    public int Version { get; set; }

    public string? Title { get; set; }

    public static PrincipalForm Of(PrincipalRow row) => new()
    {
        Id = row.Id,
        Code = row.Code,
        Name = row.Name,
        Hotline = row.Hotline is { } hotline ? PhoneNumber.Display(hotline) : null,
        IsActive = row.IsActive,
        Version = row.Version,
        Title = row.Name,
    };
}
