using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Codes;

/// <summary>Sends sign-in codes at once. The log keeps that one was sent, never the code.</summary>
internal sealed class SignInCodeSender(ISiteDb db, IEnumerable<IMessageProvider> providers, MessageComposer composer, ISiteContext site, ISender sender)
    : ISignInCodeSender
{
    public const string TemplateCode = "sign-in-code";
    private const string Hidden = "••••••";

    public async Task<Result<Done>> SendAsync(string phone, string code, TimeSpan validFor, CancellationToken cancellationToken)
    {
        var template = await db.List<MessageTemplate>().FirstOrDefaultAsync(known => known.Code == TemplateCode, cancellationToken);
        if (template is null || await providers.ReadyAsync(cancellationToken) is not { } provider)
        {
            return Failure.Unavailable("messaging.no-provider");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = code,
            ["minutes"] = Math.Ceiling(validFor.TotalMinutes).ToString(CultureInfo.InvariantCulture),
            [Placeholders.Site] = site.Name,
        };
        var text = Placeholders.Fill(template.TextIn(composer.Language), values);
        if (text is null)
        {
            return Failure.Unavailable("messaging.template-broken", TemplateCode);
        }

        var id = Guid.CreateVersion7();
        var sent = await provider.SendAsync(new OutgoingMessage(id, phone, text), cancellationToken);
        return sent.Succeeded
            ? await sender.SendAsync(new KeepSentCode(id, phone, text.Replace(code, Hidden, StringComparison.Ordinal), provider.Name), cancellationToken)
            : sent.Failure;
    }
}
