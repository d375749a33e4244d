using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Accounts.Roles;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.People;

/// <summary>Accounts of staff, for administrators.</summary>
[Area("Accounts")]
[RequirePermission(AccountPermissions.Manage)]
[Route("app/accounts")]
internal sealed class PeopleController(ISender sender, SiteRoles roles, IEnumerable<IScopeDirectory> places, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, string? view, string? role, string? after, string? before, CancellationToken cancellationToken)
    {
        var off = view == "off";
        var chosen = roles.Offered.Contains(role, StringComparer.Ordinal) ? role : null;
        var result = await sender.AskAsync(new ListAccounts(q, off, chosen, new PageRequest(before ?? after, before is not null)), cancellationToken);
        return result.Succeeded
            ? View(new PeoplePage(result.Value.Total, result.Value.Page, off, RoleOptions()))
            : this.FailedPage(result.Failure);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var result = await sender.AskAsync(new GetAccount(id), cancellationToken);
        return result.Succeeded ? View(new AccountShow(result.Value, RoleOptions())) : this.FailedPage(result.Failure);
    }

    [HttpGet("new")]
    public IActionResult New() => View(Prepared(new AccountForm()));

    [HttpPost("new")]
    public async Task<IActionResult> New(AccountForm form, CancellationToken cancellationToken)
    {
        var command = new AddAccount(form.UserName?.Trim() ?? "", form.DisplayName?.Trim() ?? "", form.Phone, form.Place, form.Roles ?? []);
        var result = await sender.SendAsync(command, cancellationToken);
        return result.Succeeded
            ? View("Password", new PasswordPage(result.Value.Id, form.DisplayName!, form.UserName!, result.Value.Password))
            : this.Failed(result.Failure, Prepared(form));
    }

    /// <summary>Places that the lookup of the form offers.</summary>
    [HttpGet("places")]
    public async Task<IActionResult> Places(string? q, CancellationToken cancellationToken)
    {
        var found = places.LastOrDefault() is { } directory ? await directory.FindAsync((q ?? "").Trim(), 20, cancellationToken) : [];
        return Json(found.Select(place => new { id = place.Path, title = place.Name, detail = place.Detail }));
    }

    [HttpPost("{id:guid}/roles")]
    public async Task<IActionResult> Roles(Guid id, RolesForm form, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(new ChangeRoles(id, form.Roles ?? [], form.Seen ?? []), cancellationToken);
        return result.Succeeded ? this.Done($"/app/accounts/{id}", texts["Roles.Saved"]) : this.Refused(result.Failure, $"/app/accounts/{id}");
    }

    [HttpPost("{id:guid}/switch")]
    public async Task<IActionResult> Switch(Guid id, AccountSwitch change, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var result = await sender.SendAsync(new SwitchAccount(id, change), cancellationToken);
        return result.Succeeded ? this.Done($"/app/accounts/{id}", texts["Switched." + change]) : this.Refused(result.Failure, $"/app/accounts/{id}");
    }

    [HttpPost("{id:guid}/sessions/end")]
    public async Task<IActionResult> EndSessions(Guid id, Guid? session, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(new EndSessions(id, session), cancellationToken);
        return result.Succeeded ? this.Done($"/app/accounts/{id}", texts["Session.Ended"]) : this.Refused(result.Failure, $"/app/accounts/{id}");
    }

    [HttpPost("{id:guid}/password")]
    public async Task<IActionResult> Password(Guid id, CancellationToken cancellationToken)
    {
        var account = await sender.AskAsync(new GetAccount(id), cancellationToken);
        if (!account.Succeeded)
        {
            return this.FailedPage(account.Failure);
        }

        var result = await sender.SendAsync(new ResetPassword(id), cancellationToken);
        return result.Succeeded
            ? View(new PasswordPage(id, account.Value.DisplayName, account.Value.UserName, result.Value))
            : this.Refused(result.Failure, $"/app/accounts/{id}");
    }

    private List<SelectListItem> RoleOptions() => roles.Offered.Select(role => new SelectListItem(roles.NameOf(role), role)).ToList();

    private AccountForm Prepared(AccountForm form)
    {
        form.RoleOptions = RoleOptions();
        form.HasPlaces = places.Any();
        return form;
    }
}
