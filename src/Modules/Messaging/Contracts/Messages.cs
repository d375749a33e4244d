using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;

namespace ServicePlatform.Messaging.Contracts;

public enum MessageClass
{
    /// <summary>About the customer's own job, or the answer to his own request.</summary>
    Service,
    /// <summary>Needs consent, keeps quiet hours and the cap.</summary>
    Marketing,
    /// <summary>Exempt from quiet hours and cap.</summary>
    Safety,
}

/// <summary>
/// Sends a message made from a template in the site's language and keeps it in the log. In a transaction it is queued;
/// it leaves after commit.
/// </summary>
/// <param name="TemplateCode">Stable: <c>appointment-confirmed</c>.</param>
/// <param name="About">What it is about: the order, the visit.</param>
/// <param name="Values">Values of the template's placeholders without their braces: <c>window</c>. How to address the customer and the site's name are filled in.</param>
/// <param name="GoodFor">After this time it is no longer worth sending: that somebody stands at the door. Null for a day.</param>
/// <param name="OrganisationPath">Organisation whose job it is about, whose staff then find it in the log; null for the head office alone.</param>
[Internal]
public sealed record SendMessage(
    Guid CustomerId,
    string TemplateCode,
    MessageClass Class,
    Subject About,
    IReadOnlyDictionary<string, string> Values,
    string? OrganisationPath = null,
    TimeSpan? GoodFor = null) : ICommand<Guid>;

/// <summary>What a provider gets to deliver.</summary>
/// <param name="To">Phone in E.164.</param>
/// <param name="Text">Ready text.</param>
public sealed record OutgoingMessage(Guid Id, string To, string Text);

/// <summary>Delivers messages: by a gateway, or into the development inbox. The last enabled one is used.</summary>
public interface IMessageProvider
{
    string Name { get; }

    /// <summary>Whether it is set up; of those that are, the last one is used.</summary>
    Task<bool> IsReadyAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>
    /// Hands one message over, outside any transaction. A failure that is <see cref="FailureKind.Unavailable"/> is tried again for a day; any
    /// other one is the last word. The same message may come twice.
    /// </summary>
    Task<Result<Done>> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

public static class MessagingPermissions
{
    public const string View = "messaging.view";
    public const string EditTemplates = "messaging.templates";
    public const string Providers = "messaging.providers";
}
