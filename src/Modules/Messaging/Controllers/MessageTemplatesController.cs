using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Screens;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Messaging.Controllers;

[Area("Messaging")]
[Route("app/message-templates")]
[RequirePermission(MessagingPermissions.EditTemplates)]
internal sealed class MessageTemplatesController(ISender sender, TemplatePreview preview, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var templates = await sender.AskAsync(new ListTemplates(), cancellationToken);
        return templates.Succeeded ? View(templates.Value) : this.FailedPage(templates.Failure);
    }

    [HttpGet("{code}")]
    public async Task<IActionResult> Edit(string code, CancellationToken cancellationToken)
    {
        var template = await sender.AskAsync(new GetTemplate(code), cancellationToken);
        return template.Succeeded
            ? View(new TemplateForm
            {
                Template = template.Value,
                ChineseText = template.Value.ChineseText,
                EnglishText = template.Value.EnglishText,
                IsActive = template.Value.IsActive,
                Version = template.Value.Version,
            })
            : this.FailedPage(template.Failure);
    }

    [HttpPost("{code}")]
    public async Task<IActionResult> Edit(string code, TemplateForm form, CancellationToken cancellationToken)
    {
        var template = await sender.AskAsync(new GetTemplate(code), cancellationToken);
        if (!template.Succeeded)
        {
            return this.FailedPage(template.Failure);
        }

        form.Template = template.Value;
        var saved = await sender.SendAsync(new EditTemplate(code, form.ChineseText ?? "", form.EnglishText ?? "", form.IsActive, form.Version), cancellationToken);
        return saved.Succeeded ? this.Done("/app/message-templates", texts["Saved"]) : this.Failed(saved.Failure, form);
    }

    /// <summary>How a text reads with example values, for the form while it is typed.</summary>
    [HttpPost("{code}/preview")]
    public IActionResult Preview(string code, TemplateForm form) => PartialView("_Preview", preview.Of(form.ChineseText ?? "", form.EnglishText ?? ""));
}
