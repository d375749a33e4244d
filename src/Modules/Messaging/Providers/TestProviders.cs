using System.Diagnostics;
using System.Net.Mail;
using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Phones;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Providers;

/// <summary>Sends a message to a phone through the gateway as it is saved, whether it is on or not. Answers with the milliseconds that it took.</summary>
[RequirePermission(MessagingPermissions.Providers)]
internal sealed record TestSms(string Phone) : IQuery<long>;

/// <summary>Sends an e-mail through the server as it is saved. Answers with the milliseconds that it took.</summary>
[RequirePermission(MessagingPermissions.Providers)]
internal sealed record TestEmail(string Email) : IQuery<long>;

internal sealed class TestSmsValidator : AbstractValidator<TestSms>
{
    public TestSmsValidator(IStringLocalizer<Texts> texts) =>
        RuleFor(query => query.Phone).Must(phone => PhoneNumber.Parse(phone) is { Kind: PhoneKind.Mobile or PhoneKind.Foreign }).WithMessage(_ => texts["Validation.TestPhone"]);
}

internal sealed class TestEmailValidator : AbstractValidator<TestEmail>
{
    public TestEmailValidator(IStringLocalizer<Texts> texts) =>
        RuleFor(query => query.Email).Must(address => MailAddress.TryCreate(address, out _)).WithMessage(_ => texts["Validation.EmailAddress"]);
}

internal sealed class TestSmsHandler(SmsProvider provider, ISiteContext site, IStringLocalizer<Texts> texts) : IQueryHandler<TestSms, long>
{
    public async Task<Result<long>> HandleAsync(TestSms query, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var message = new OutgoingMessage(Guid.CreateVersion7(), PhoneNumber.Parse(query.Phone)!.E164, texts["Providers.TestText", site.Name]);
        var sent = await provider.SendAsync(message, cancellationToken);
        return sent.Succeeded ? (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds : sent.Failure;
    }
}

internal sealed class TestEmailHandler(IEmailSender sender, ISiteContext site, IStringLocalizer<Texts> texts) : IQueryHandler<TestEmail, long>
{
    public async Task<Result<long>> HandleAsync(TestEmail query, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        string text = texts["Providers.TestText", site.Name];
        var sent = await sender.SendAsync(new OutgoingEmail(query.Email, text, text), cancellationToken);
        return sent.Succeeded ? (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds : sent.Failure;
    }
}
