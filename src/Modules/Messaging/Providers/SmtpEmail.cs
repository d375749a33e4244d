using System.Net;
using System.Net.Mail;
using System.Text;
using ServicePlatform.Commands;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Messaging.Providers;

/// <summary>E-mail through the server of the site's settings.</summary>
internal sealed class SmtpEmail(ISettings settings, ISecrets secrets) : IEmailSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<Result<Done>> SendAsync(OutgoingEmail email, CancellationToken cancellationToken)
    {
        var server = await settings.GetAsync<EmailSettings>(cancellationToken);
        if (!server.IsOn || server.Host.Length == 0)
        {
            return Failure.Unavailable("messaging.email-off");
        }

        var password = server.SealedPassword.Length == 0 ? "" : secrets.Open(EmailSettings.Purpose, server.SealedPassword);
        return password is null ? Failure.Unavailable("messaging.secret-lost") : await SendAsync(server, password, email, cancellationToken);
    }

    private static async Task<Result<Done>> SendAsync(EmailSettings server, string password, OutgoingEmail email, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        try
        {
            using var message = new MailMessage(new MailAddress(server.FromAddress, server.FromName, Encoding.UTF8), new MailAddress(email.To))
            {
                Subject = email.Subject,
                SubjectEncoding = Encoding.UTF8,
                Body = email.Text,
                BodyEncoding = Encoding.UTF8,
            };
            using var client = new SmtpClient(server.Host, server.Port)
            {
                EnableSsl = server.Encryption == EmailEncryption.StartTls,
                Credentials = server.UserName.Length == 0 ? null : new NetworkCredential(server.UserName, password),
            };
            await client.SendMailAsync(message, late.Token);
            return Result.Done;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failure.Unavailable("messaging.email-late", (int)Patience.TotalSeconds);
        }
        catch (Exception exception) when (exception is SmtpException or FormatException or IOException or InvalidOperationException)
        {
            return Failure.Unavailable("messaging.email-refused", exception is SmtpException { InnerException: { } inner } ? inner.GetBaseException().Message : exception.Message);
        }
    }
}
