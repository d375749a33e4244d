using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Providers;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Messaging.Controllers;

/// <summary>Through what messages and e-mail leave.</summary>
[Area("Messaging")]
[Route("app/settings/providers")]
[RequirePermission(MessagingPermissions.Providers)]
internal sealed class ProvidersController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    private const string Here = "/app/settings/providers";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await ReadAsync(cancellationToken));

    [HttpGet("sms")]
    public async Task<IActionResult> Sms(CancellationToken cancellationToken) => View((await ReadAsync(cancellationToken)).Sms);

    [HttpPost("sms")]
    public async Task<IActionResult> Sms(SmsForm form, CancellationToken cancellationToken)
    {
        var command = new SaveSms(form.IsOn, (form.Address ?? "").Trim(), (form.Sender ?? "").Trim(), form.Secret, form.Version);
        var saved = await sender.SendAsync(command, cancellationToken);
        form.HasSecret = (await ReadAsync(cancellationToken)).Sms.HasSecret;
        return saved.Succeeded ? this.Done(Here, texts["Saved"]) : this.Failed(saved.Failure, form);
    }

    [HttpGet("email")]
    public async Task<IActionResult> Email(CancellationToken cancellationToken) => View((await ReadAsync(cancellationToken)).Email);

    [HttpPost("email")]
    public async Task<IActionResult> Email(EmailForm form, CancellationToken cancellationToken)
    {
        var command = new SaveEmail(
            form.IsOn, (form.Host ?? "").Trim(), form.Port ?? 0, form.Encryption, (form.UserName ?? "").Trim(), form.Password, (form.FromAddress ?? "").Trim(), (form.FromName ?? "").Trim(), form.Version);
        var saved = await sender.SendAsync(command, cancellationToken);
        form.HasPassword = (await ReadAsync(cancellationToken)).Email.HasPassword;
        return saved.Succeeded ? this.Done(Here, texts["Saved"]) : this.Failed(saved.Failure, form);
    }

    [HttpPost("sms/test")]
    public async Task<IActionResult> TestSms(string? phone, CancellationToken cancellationToken) =>
        Tested(await sender.AskAsync(new TestSms(phone ?? ""), cancellationToken));

    [HttpPost("email/test")]
    public async Task<IActionResult> TestEmail(string? email, CancellationToken cancellationToken) =>
        Tested(await sender.AskAsync(new TestEmail(email ?? ""), cancellationToken));

    private IActionResult Tested(Result<long> result) =>
        result.Succeeded ? this.Done(Here, texts["Providers.Taken", result.Value]) : this.Refused(result.Failure, Here);

    private async Task<ProviderSheet> ReadAsync(CancellationToken cancellationToken) => (await sender.AskAsync(new ReadProviders(), cancellationToken)).Value;
}
