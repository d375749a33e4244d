using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Network.Technicians;
using ServicePlatform.Security;
using ServicePlatform.Timelines;
using ServicePlatform.Web;

namespace ServicePlatform.Network.Controllers;

/// <summary>Technicians: list, page, form and account.</summary>
[Area("Network")]
[Route("app/technicians")]
[RequirePermission(NetworkPermissions.View)]
internal sealed class TechniciansController(ISender sender, NetworkReach reach, ISkillNames names, ITimeline timeline, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, Guid? organisation, string? skill, string? state, string? after, string? before, CancellationToken cancellationToken)
    {
        bool? active = state switch { "active" => true, "inactive" => false, _ => null };
        var list = await sender.AskAsync(new ListTechnicians(q, organisation, skill, active, new PageRequest(before ?? after, before is not null)), cancellationToken);
        if (!list.Succeeded)
        {
            return this.FailedPage(list.Failure);
        }

        var used = list.Value.Rows.Items.SelectMany(row => row.Skills).Select(known => known.Code).ToList();
        return View(new TechnicianIndex(
            list.Value,
            await names.NamesAsync(used, cancellationToken),
            await SkillOptionsAsync([], cancellationToken),
            [new(texts["Technician.Active"], "active"), new(texts["Technician.Inactive"], "inactive")],
            (q, organisation, skill, active) is not (null or "", null, null or "", null),
            reach.MayEditAnything));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetTechnician(id), cancellationToken);
        if (!detail.Succeeded)
        {
            return this.FailedPage(detail.Failure);
        }

        var technician = detail.Value.Technician;
        return View(new TechnicianPage(
            detail.Value,
            await names.NamesAsync(technician.Skills.Select(skill => skill.Code).ToList(), cancellationToken),
            await timeline.ReadAsync([technician.Subject], 50, cancellationToken)));
    }

    [HttpGet("new")]
    [EditsNetwork]
    public async Task<IActionResult> New(Guid? organisation, CancellationToken cancellationToken)
    {
        var form = new TechnicianForm();
        var employer = organisation is { } id ? await sender.AskAsync(new GetOrganisation(id), cancellationToken) : null;
        if (employer is { Succeeded: true })
        {
            (form.OrganisationId, form.OrganisationIdText) = (employer.Value.Organisation.Id, employer.Value.Organisation.Name);
        }

        return await FormAsync(form, cancellationToken);
    }

    [HttpPost("new")]
    [EditsNetwork]
    public Task<IActionResult> New(TechnicianForm form, CancellationToken cancellationToken)
    {
        form.Id = null;
        return SaveAsync(form, cancellationToken);
    }

    [HttpGet("{id:guid}/edit")]
    [EditsNetwork]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetTechnician(id), cancellationToken);
        return !detail.Succeeded ? this.FailedPage(detail.Failure)
            : detail.Value.MayEdit ? await FormAsync(TechnicianForm.Of(detail.Value), cancellationToken)
            : this.FailedPage(Failure.Forbidden("network.not-yours"));
    }

    [HttpPost("{id:guid}/edit")]
    [EditsNetwork]
    public Task<IActionResult> Edit(Guid id, TechnicianForm form, CancellationToken cancellationToken)
    {
        form.Id = id;
        return SaveAsync(form, cancellationToken);
    }

    [HttpGet("{id:guid}/account")]
    [EditsNetwork]
    public async Task<IActionResult> Account(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetTechnician(id), cancellationToken);
        return !detail.Succeeded ? this.FailedPage(detail.Failure)
            : detail.Value.MayEdit ? View(new AccountForm { UserName = detail.Value.Technician.Code.ToLowerInvariant(), Title = detail.Value.Technician.Name })
            : this.FailedPage(Failure.Forbidden("network.not-yours"));
    }

    [HttpPost("{id:guid}/account")]
    [EditsNetwork]
    public async Task<IActionResult> Account(Guid id, AccountForm form, CancellationToken cancellationToken)
    {
        var opened = await sender.SendAsync(new CreateTechnicianAccount(id, (form.UserName ?? "").Trim(), form.Password ?? ""), cancellationToken);
        return opened.Succeeded ? this.Done($"/app/technicians/{id}", texts["Technician.AccountSaved"]) : this.Failed(opened.Failure, form);
    }

    private async Task<IActionResult> SaveAsync(TechnicianForm form, CancellationToken cancellationToken)
    {
        var saved = ModelState.IsValid ? await sender.SendAsync(form.Command(), cancellationToken) : Failure.Invalid([]);
        if (saved.Succeeded)
        {
            return this.Done($"/app/technicians/{saved.Value}", texts["Technician.Saved"]);
        }

        await FormAsync(form, cancellationToken);
        return this.Failed(saved.Failure, form, "Form");
    }

    private async Task<IActionResult> FormAsync(TechnicianForm form, CancellationToken cancellationToken)
    {
        ViewData["Skills"] = await SkillOptionsAsync(form.Skills, cancellationToken);
        return View("Form", form);
    }

    private async Task<List<SelectListItem>> SkillOptionsAsync(IReadOnlyList<string> own, CancellationToken cancellationToken)
    {
        var categories = await names.CategoriesAsync(cancellationToken);
        var codes = categories.SelectMany(category => SkillWork.All.Select(work => SkillWork.Code(category.Code, work))).Union(own, StringComparer.Ordinal).ToList();
        var known = await names.NamesAsync(codes, cancellationToken);
        return codes.Select(code => new SelectListItem(known[code], code)).ToList();
    }
}
