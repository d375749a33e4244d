using System.Net.Mail;
using FluentValidation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Messaging.Providers;

/// <summary>Sets the gateway for messages to phones.</summary>
/// <param name="Secret">New one; null or empty keeps the saved one, which goes to the saved address only.</param>
/// <param name="Version">As the form showed it.</param>
[RequirePermission(MessagingPermissions.Providers)]
internal sealed record SaveSms(bool IsOn, string Address, string Sender, string? Secret, int Version) : ICommand;

/// <summary>Sets the server for e-mail.</summary>
/// <param name="Password">New one; null or empty keeps the saved one, which goes to the saved server only.</param>
/// <param name="Version">As the form showed it.</param>
[RequirePermission(MessagingPermissions.Providers)]
internal sealed record SaveEmail(bool IsOn, string Host, int Port, EmailEncryption Encryption, string UserName, string? Password, string FromAddress, string FromName, int Version) : ICommand;

internal sealed class SaveSmsValidator : AbstractValidator<SaveSms>
{
    private const int LongestSecret = 500;

    public SaveSmsValidator(IStringLocalizer<Texts> texts, IHostEnvironment environment)
    {
        RuleFor(command => command.Address).NotEmpty().When(command => command.IsOn);
        RuleFor(command => command.Address).MaximumLength(Lengths.Address)
            .Must(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && !environment.IsProduction())))
            .When(command => !string.IsNullOrEmpty(command.Address)).WithMessage(_ => texts["Validation.GatewayAddress"]);
        RuleFor(command => command.Sender).MaximumLength(Lengths.Code);
        RuleFor(command => command.Secret).MaximumLength(LongestSecret).Must(secret => string.IsNullOrEmpty(secret) || secret.All(letter => letter is > ' ' and < (char)127)).WithMessage(_ => texts["Validation.Secret"]);
    }
}

internal sealed class SaveEmailValidator : AbstractValidator<SaveEmail>
{
    private const int ImplicitTls = 465;

    public SaveEmailValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Host).NotEmpty().When(command => command.IsOn);
        RuleFor(command => command.Host).MaximumLength(Lengths.Name)
            .Must(host => Uri.CheckHostName(host) != UriHostNameType.Unknown).When(command => !string.IsNullOrEmpty(command.Host)).WithMessage(_ => texts["Validation.Host"]);
        RuleFor(command => command.Port).InclusiveBetween(1, 65535).NotEqual(ImplicitTls).WithMessage(_ => texts["Validation.Port"]);
        RuleFor(command => command.Encryption).IsInEnum();
        RuleFor(command => command.UserName).MaximumLength(Lengths.Name);
        RuleFor(command => command.Password).MaximumLength(Lengths.Name);
        RuleFor(command => command.FromName).MaximumLength(Lengths.Code).Must(name => name?.Any(char.IsControl) != true).WithMessage(_ => texts["Validation.OneLine"]);
        RuleFor(command => command.FromAddress).NotEmpty().When(command => command.IsOn);
        RuleFor(command => command.FromAddress).MaximumLength(Lengths.Name).Must(address => MailAddress.TryCreate(address, out _)).When(command => !string.IsNullOrEmpty(command.FromAddress)).WithMessage(_ => texts["Validation.EmailAddress"]);
    }
}

internal sealed class SaveSmsHandler(ISettings settings, ISecrets secrets) : ICommandHandler<SaveSms, Done>
{
    public async Task<Result<Done>> HandleAsync(SaveSms command, CancellationToken cancellationToken)
    {
        var saved = await settings.GetAsync<SmsSettings>(cancellationToken);
        var version = await settings.VersionAsync<SmsSettings>(cancellationToken);
        if (version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(command.Version, version) };
        }

        // Otherwise whoever may set the address could have the secret sent to himself.
        if (string.IsNullOrEmpty(command.Secret) && saved.SealedSecret.Length > 0 && command.Address != saved.Address)
        {
            return Failure.Invalid(nameof(command.Secret), "messaging.secret-again");
        }

        await settings.SetAsync(
            new SmsSettings
            {
                IsOn = command.IsOn,
                Address = command.Address,
                Sender = command.Sender,
                SealedSecret = string.IsNullOrEmpty(command.Secret) ? saved.SealedSecret : secrets.Seal(SmsSettings.Purpose, command.Secret),
            },
            cancellationToken);
        return Result.Done;
    }
}

internal sealed class SaveEmailHandler(ISettings settings, ISecrets secrets) : ICommandHandler<SaveEmail, Done>
{
    public async Task<Result<Done>> HandleAsync(SaveEmail command, CancellationToken cancellationToken)
    {
        var saved = await settings.GetAsync<EmailSettings>(cancellationToken);
        var version = await settings.VersionAsync<EmailSettings>(cancellationToken);
        if (version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(command.Version, version) };
        }

        var isSameServer = (command.Host, command.Port, command.Encryption, command.UserName) == (saved.Host, saved.Port, saved.Encryption, saved.UserName);
        if (string.IsNullOrEmpty(command.Password) && saved.SealedPassword.Length > 0 && !isSameServer)
        {
            return Failure.Invalid(nameof(command.Password), "messaging.secret-again");
        }

        await settings.SetAsync(
            new EmailSettings
            {
                IsOn = command.IsOn,
                Host = command.Host,
                Port = command.Port,
                Encryption = command.Encryption,
                UserName = command.UserName,
                SealedPassword = string.IsNullOrEmpty(command.Password) ? saved.SealedPassword : secrets.Seal(EmailSettings.Purpose, command.Password),
                FromAddress = command.FromAddress,
                FromName = command.FromName,
            },
            cancellationToken);
        return Result.Done;
    }
}
