using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Files;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Phones;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.Settings.Look;

/// <summary>Sets by what people know the site.</summary>
/// <param name="Logo">New one; null keeps the one that is there.</param>
/// <param name="Version">As the form showed it.</param>
[RequirePermission(AccountPermissions.Settings)]
internal sealed record SaveLook(string? Accent, string? Hotline, Stream? Logo, string? LogoName, bool RemovesLogo, int Version) : ICommand;

internal sealed class SaveLookValidator : AbstractValidator<SaveLook>
{
    public SaveLookValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Accent).Matches("^#[0-9a-fA-F]{6}$").When(command => !string.IsNullOrEmpty(command.Accent)).WithMessage(_ => texts["Validation.Colour"]);
        RuleFor(command => command.Hotline).Must(hotline => PhoneNumber.Parse(hotline) is not null).When(command => !string.IsNullOrWhiteSpace(command.Hotline)).WithMessage(_ => texts["Validation.Hotline"]);
        RuleFor(command => command.LogoName).MaximumLength(Lengths.Name);
    }
}

internal sealed class SaveLookHandler(ISettings settings, IFileStore files, SiteRegistry registry, ISiteContext site, SiteWrites writes) : ICommandHandler<SaveLook, Done>
{
    /// <summary>Owner of the logo among the files.</summary>
    private static readonly Subject Owner = new("site", Guid.Empty);

    private static readonly FileRules Rules = new(["image/png", "image/webp", "image/jpeg"], 512 * 1024);

    public async Task<Result<Done>> HandleAsync(SaveLook command, CancellationToken cancellationToken)
    {
        if (await settings.StaleAsync<SiteLook>(command.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        var logo = command.RemovesLogo ? null : (await settings.GetAsync<SiteLook>(cancellationToken)).LogoId;
        if (command.Logo is not null)
        {
            var stored = await files.SaveAsync(command.Logo, command.LogoName ?? "logo", Owner, Rules, nameof(command.Logo), cancellationToken);
            if (!stored.Succeeded)
            {
                return stored.Failure;
            }

            logo = stored.Value.Id;
        }

        await settings.SetAsync(
            new SiteLook
            {
                Accent = string.IsNullOrEmpty(command.Accent) ? null : command.Accent.ToLowerInvariant(),
                Hotline = PhoneNumber.Parse(command.Hotline) is { } hotline ? PhoneNumber.Display(hotline.E164) : null,
                LogoId = logo,
            },
            cancellationToken);
        writes.AfterCommit(() => registry.Find(site.Id)?.Look.Drop());
        return Result.Done;
    }
}
