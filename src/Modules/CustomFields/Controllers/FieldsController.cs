using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.CustomFields.Definitions;
using ServicePlatform.Fields;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.CustomFields.Controllers;

/// <summary>The fields that a site has added to its things.</summary>
[Area("CustomFields")]
[RequirePermission(CustomFieldPermissions.Manage)]
[Route("app/settings/fields")]
internal sealed class FieldsController(ISender sender, IEnumerable<ICustomFieldSubject> subjects, IEnumerable<IPrincipalNames> principals, IStringLocalizer<Texts> texts) : Controller
{
    private const string Here = "/app/settings/fields";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var fields = await sender.AskAsync(new ListFields(), cancellationToken);
        return fields.Succeeded
            ? View(new FieldList([.. subjects.OrderBy(subject => subject.Order).Select(subject => subject.Kind)], fields.Value.ToLookup(line => line.Field.SubjectKind, StringComparer.Ordinal), await NamesAsync(cancellationToken)))
            : this.FailedPage(fields.Failure);
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string? kind, CancellationToken cancellationToken) =>
        View("Edit", await PreparedAsync(new FieldForm { SubjectKind = kind, IsFilter = true }, cancellationToken));

    [HttpPost("new")]
    public Task<IActionResult> New(FieldForm form, CancellationToken cancellationToken)
    {
        form.Id = null;
        return SaveAsync(form, "Fields.Added", cancellationToken);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var line = await sender.AskAsync(new GetField(id), cancellationToken);
        return line.Succeeded ? View("Edit", await PreparedAsync(FieldForm.Of(line.Value), cancellationToken)) : this.FailedPage(line.Failure);
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, FieldForm form, CancellationToken cancellationToken)
    {
        var line = await sender.AskAsync(new GetField(id), cancellationToken);
        if (!line.Succeeded)
        {
            return this.FailedPage(line.Failure);
        }

        (form.Id, form.SubjectKind, form.Code, form.IsUsed) = (id, line.Value.Field.SubjectKind, line.Value.Field.Code, line.Value.IsUsed);
        return await SaveAsync(form, "Fields.Saved", cancellationToken);
    }

    [HttpPost("{id:guid}/move")]
    public async Task<IActionResult> Move(Guid id, bool up, CancellationToken cancellationToken)
    {
        var moved = await sender.SendAsync(new MoveField(id, up), cancellationToken);
        return moved.Succeeded ? this.Done(Here, texts["Fields.Moved"]) : this.Refused(moved.Failure, Here);
    }

    private async Task<IActionResult> SaveAsync(FieldForm form, string toast, CancellationToken cancellationToken)
    {
        var saved = ModelState.IsValid ? await sender.SendAsync(form.ToCommand(), cancellationToken) : Failure.Invalid([]);
        return saved.Succeeded ? this.Done(Here, texts[toast]) : this.Failed(saved.Failure, await PreparedAsync(form, cancellationToken), "Edit");
    }

    private async Task<FieldForm> PreparedAsync(FieldForm form, CancellationToken cancellationToken)
    {
        form.AddBlankChoices();
        form.Kinds = [.. subjects.OrderBy(subject => subject.Order).Select(subject => new SelectListItem(texts["Kind." + subject.Kind], subject.Kind))];
        form.Principals = [.. (await NamesAsync(cancellationToken)).Select(pair => new SelectListItem(pair.Value, pair.Key.ToString()))];
        if (form.PrincipalId is { } standing && form.Principals.All(item => item.Value != standing.ToString()))
        {
            form.Principals = [.. form.Principals, new SelectListItem(texts["Fields.Gone"], standing.ToString())];
        }

        return form;
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken) =>
        principals.LastOrDefault() is { } names ? await names.NamesAsync(cancellationToken) : new Dictionary<Guid, string>();
}

/// <param name="Principals">Names of active principals.</param>
internal sealed record FieldList(IReadOnlyList<string> Kinds, ILookup<string, FieldLine> Fields, IReadOnlyDictionary<Guid, string> Principals);
