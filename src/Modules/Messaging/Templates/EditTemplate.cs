using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Messaging.Templates;

/// <summary>Changes the words of a message. Only placeholders that its senders fill in are accepted.</summary>
[RequirePermission(MessagingPermissions.EditTemplates)]
internal sealed record EditTemplate(string Code, string ChineseText, string EnglishText, bool IsActive, int Version) : ICommand;

internal sealed class EditTemplateValidator : AbstractValidator<EditTemplate>
{
    public EditTemplateValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Code).NotEmpty().MaximumLength(Lengths.Code);
        RuleFor(command => command.ChineseText).NotEmpty().MaximumLength(MessageTemplate.MaximumText)
            .Must(text => text is null || !Placeholders.HasStrayBrace(text)).WithMessage(_ => texts["Invalid.Brace", "{number}"]);
        RuleFor(command => command.EnglishText).NotEmpty().MaximumLength(MessageTemplate.MaximumText)
            .Must(text => text is null || !Placeholders.HasStrayBrace(text)).WithMessage(_ => texts["Invalid.Brace", "{number}"]);
    }
}

internal sealed class EditTemplateHandler(ISiteDb db) : ICommandHandler<EditTemplate, Done>
{
    public async Task<Result<Done>> HandleAsync(EditTemplate command, CancellationToken cancellationToken)
    {
        var template = await db.Set<MessageTemplate>().FirstOrDefaultAsync(known => known.Code == command.Code, cancellationToken);
        if (template is null)
        {
            return Failure.NotFound("messaging.template-not-found");
        }

        if (template.Version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new(command.Version, template.Version) };
        }

        FieldFailure[] unknown =
        [
            .. Unknown(template, nameof(command.ChineseText), command.ChineseText),
            .. Unknown(template, nameof(command.EnglishText), command.EnglishText),
        ];
        if (unknown.Length > 0)
        {
            return Failure.Invalid(unknown);
        }

        template.ChineseText = command.ChineseText.Trim();
        template.EnglishText = command.EnglishText.Trim();
        template.IsActive = command.IsActive;
        return Result.Done;
    }

    private static IEnumerable<FieldFailure> Unknown(MessageTemplate template, string field, string text) =>
        Placeholders.In(text).Except(template.Allowed, StringComparer.Ordinal)
            .Select(name => new FieldFailure(field, "messaging.placeholder-unknown") { Arguments = ["{" + name + "}"] });
}
