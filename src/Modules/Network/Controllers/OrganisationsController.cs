using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Network.Principals;
using ServicePlatform.Security;
using ServicePlatform.Timelines;
using ServicePlatform.Web;

namespace ServicePlatform.Network.Controllers;

/// <summary>The organisation tree: list, page, form, move.</summary>
[Area("Network")]
[Route("app/organisations")]
[RequirePermission(NetworkPermissions.View)]
internal sealed class OrganisationsController(
    ISender sender, NetworkReach reach, IDivisions divisions, ISkillNames names, ITimeline timeline, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(
        string? q, OrganisationKind? kind, OrganisationOwnership? ownership, Guid? principal, string? state, string? after, string? before, CancellationToken cancellationToken)
    {
        bool? active = state switch { "active" => true, "inactive" => false, _ => null };
        var list = await sender.AskAsync(
            new ListOrganisations(q, kind, ownership, principal, active, new PageRequest(before ?? after, before is not null, 100)), cancellationToken);
        if (!list.Succeeded)
        {
            return this.FailedPage(list.Failure);
        }

        return View(new OrganisationIndex(
            list.Value,
            Options<OrganisationKind>("OrganisationKind."),
            Options<OrganisationOwnership>("OrganisationOwnership."),
            await PrincipalOptionsAsync(cancellationToken),
            [new(texts["Organisation.Active"], "active"), new(texts["Organisation.Inactive"], "inactive")],
            (q, kind, ownership, principal, active) is not (null or "", null, null, null, null),
            reach.MayEditAnything));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetOrganisation(id), cancellationToken);
        return detail.Succeeded ? View(await PageAsync(detail.Value, cancellationToken)) : this.FailedPage(detail.Failure);
    }

    [HttpGet("new")]
    [EditsNetwork]
    public async Task<IActionResult> New(Guid? below, CancellationToken cancellationToken)
    {
        var form = new OrganisationForm();
        var parent = below is { } id ? await sender.AskAsync(new GetOrganisation(id), cancellationToken) : null;
        if (parent is { Succeeded: true })
        {
            // Nine of ten new nodes are outlets of the same kind of house in the same town.
            var node = parent.Value.Organisation;
            (form.ParentId, form.ParentIdText, form.Ownership) = (node.Id, node.Name, node.Ownership);
            (form.DivisionCode, form.PrincipalIds) = (node.DivisionCode, parent.Value.Principals.Select(principal => principal.Id).ToList());
        }

        return await FormAsync(form, cancellationToken);
    }

    [HttpPost("new")]
    [EditsNetwork]
    public Task<IActionResult> Add(OrganisationForm form, CancellationToken cancellationToken)
    {
        form.Id = null;
        return SaveAsync(form, cancellationToken);
    }

    [HttpGet("{id:guid}/edit")]
    [EditsNetwork]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetOrganisation(id), cancellationToken);
        return !detail.Succeeded ? this.FailedPage(detail.Failure)
            : detail.Value.MayEdit ? await FormAsync(OrganisationForm.Of(detail.Value), cancellationToken)
            : this.FailedPage(Failure.Forbidden("network.not-yours"));
    }

    [HttpPost("{id:guid}/edit")]
    [EditsNetwork]
    public Task<IActionResult> Save(Guid id, OrganisationForm form, CancellationToken cancellationToken)
    {
        form.Id = id;
        return SaveAsync(form, cancellationToken);
    }

    [HttpGet("{id:guid}/move")]
    [EditsNetwork]
    public async Task<IActionResult> Move(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetOrganisation(id), cancellationToken);
        return !detail.Succeeded ? this.FailedPage(detail.Failure)
            : detail.Value.MayMove ? View(new MoveForm { Version = detail.Value.Organisation.Version, Name = detail.Value.Organisation.Name })
            : this.FailedPage(Failure.Forbidden("network.not-yours"));
    }

    [HttpPost("{id:guid}/move")]
    [EditsNetwork]
    public async Task<IActionResult> Move(Guid id, MoveForm form, CancellationToken cancellationToken)
    {
        var moved = form.ParentId is { } parent
            ? await sender.SendAsync(new MoveOrganisation(id, parent, form.Version), cancellationToken)
            : Failure.Invalid(nameof(form.ParentId), "network.parent-needed");
        return moved.Succeeded ? this.Done($"/app/organisations/{id}", texts["Organisation.Moved"]) : this.Failed(moved.Failure, form);
    }

    /// <summary>Answers the field that finds an organisation.</summary>
    [HttpGet("find")]
    [EditsNetwork]
    public async Task<IActionResult> Find(string? q, CancellationToken cancellationToken)
    {
        var found = await sender.AskAsync(new FindOrganisations(q), cancellationToken);
        return found.Succeeded
            ? Json(found.Value.Select(node => new { id = node.Id, title = node.Name, detail = texts["OrganisationKind." + node.Kind].Value }))
            : this.FailedPage(found.Failure);
    }

    private async Task<IActionResult> SaveAsync(OrganisationForm form, CancellationToken cancellationToken)
    {
        var saved = ModelState.IsValid ? await sender.SendAsync(form.Command(), cancellationToken) : Failure.Invalid([]);
        if (saved.Succeeded)
        {
            return this.Done($"/app/organisations/{saved.Value}", texts["Organisation.Saved"]);
        }

        await FormAsync(form, cancellationToken);
        return this.Failed(saved.Failure, form, "Form");
    }

    private async Task<IActionResult> FormAsync(OrganisationForm form, CancellationToken cancellationToken)
    {
        ViewData["Principals"] = await PrincipalOptionsAsync(cancellationToken);
        ViewData["Kinds"] = Options<OrganisationKind>("OrganisationKind.");
        ViewData["Ownerships"] = Options<OrganisationOwnership>("OrganisationOwnership.");
        ViewData["Datums"] = Options<Geography.Datum>("Datum.");
        return View("Form", form);
    }

    private async Task<OrganisationPage> PageAsync(OrganisationDetail detail, CancellationToken cancellationToken)
    {
        var categories = (await names.CategoriesAsync(cancellationToken)).ToDictionary(category => category.Code, category => category.Name, StringComparer.Ordinal);
        var principals = detail.Principals.ToDictionary(principal => principal.Id, principal => principal.Name);
        var areas = detail.Areas.Select(area => new AreaLine(
            area.Id,
            divisions.FullName(AreaCodes.Division(area.CodePrefix)),
            principals.GetValueOrDefault(area.PrincipalId, ""),
            categories.GetValueOrDefault(area.CategoryCode, area.CategoryCode),
            area.IsPrimary,
            area.ExceptionReason)).ToList();
        var skills = detail.Technicians.SelectMany(technician => technician.Skills).Select(skill => skill.Code).ToList();
        return new OrganisationPage(
            detail,
            detail.Organisation.DivisionCode is { } code ? divisions.FullName(code) : "",
            areas,
            await names.NamesAsync(skills, cancellationToken),
            await timeline.ReadAsync([detail.Organisation.Subject()], 50, cancellationToken));
    }

    private async Task<IReadOnlyList<SelectListItem>> PrincipalOptionsAsync(CancellationToken cancellationToken)
    {
        var principals = await sender.AskAsync(new ListPrincipals(), cancellationToken);
        return principals.Succeeded ? principals.Value.Select(row => new SelectListItem(row.Name, row.Id.ToString())).ToList() : [];
    }

    private List<SelectListItem> Options<TEnum>(string prefix)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Select(name => new SelectListItem(texts[prefix + name], name)).ToList();
}
