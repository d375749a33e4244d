using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Log;
using ServicePlatform.Messaging.Screens;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Messaging.Controllers;

[Area("Messaging")]
[Route("app/messages")]
[RequirePermission(MessagingPermissions.View)]
internal sealed class MessagesController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? state, string? @class, string? template, string? q, string? after, string? before, CancellationToken cancellationToken)
    {
        var query = new ListMessages(Read<MessageState>(state), Read<MessageClass>(@class), template, q, new PageRequest(after ?? before, before is not null));
        var messages = await sender.AskAsync(query, cancellationToken);
        return messages.Succeeded
            ? View(new MessageListPage(messages.Value, await NamesAsync(cancellationToken), (state ?? @class ?? template ?? q) is { Length: > 0 }, texts))
            : this.FailedPage(messages.Failure);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var message = await sender.AskAsync(new GetMessage(id), cancellationToken);
        if (!message.Succeeded)
        {
            return this.FailedPage(message.Failure);
        }

        var names = await NamesAsync(cancellationToken);
        return View(new MessagePage(message.Value, names.GetValueOrDefault(message.Value.Message.TemplateCode, message.Value.Message.TemplateCode)));
    }

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = await sender.AskAsync(new TemplateNames(), cancellationToken);
        return names.Succeeded ? names.Value : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    private static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
