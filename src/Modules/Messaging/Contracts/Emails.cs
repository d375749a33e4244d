using ServicePlatform.Commands;

namespace ServicePlatform.Messaging.Contracts;

/// <param name="To">Address of the reader.</param>
/// <param name="Text">Plain text.</param>
public sealed record OutgoingEmail(string To, string Subject, string Text);

/// <summary>Sends e-mail through the site's own server.</summary>
public interface IEmailSender
{
    /// <summary>Fails as <c>messaging.email-off</c> where the site has no server, and with what the server said where it did not take the message.</summary>
    Task<Result<Done>> SendAsync(OutgoingEmail email, CancellationToken cancellationToken);
}
