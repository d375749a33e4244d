using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Messaging.Templates;

/// <summary>Creates a template or brings the one with this code to this state, with the placeholders that its own texts use.</summary>
/// <param name="KeepEdited">True to leave a template alone that is already there.</param>
[Internal]
internal sealed record SaveTemplate(
    string Code,
    string Name,
    string? EnglishName,
    MessageClass Class,
    string ChineseText,
    string EnglishText,
    IReadOnlyList<string> ExtraPlaceholders,
    bool KeepEdited,
    bool? IsActive = null) : ICommand;

internal sealed class SaveTemplateValidator : AbstractValidator<SaveTemplate>
{
    public SaveTemplateValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Code).NotEmpty().MaximumLength(Lengths.Code).Matches("^[a-z0-9]+(-[a-z0-9]+)*$");
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.EnglishName).MaximumLength(Lengths.Name);
        RuleFor(command => command.Class).IsInEnum();
        RuleFor(command => command.ChineseText).NotEmpty().MaximumLength(MessageTemplate.MaximumText)
            .Must(text => text is null || !Placeholders.HasStrayBrace(text)).WithMessage(_ => texts["Invalid.Brace", "{number}"]);
        RuleFor(command => command.EnglishText).NotEmpty().MaximumLength(MessageTemplate.MaximumText)
            .Must(text => text is null || !Placeholders.HasStrayBrace(text)).WithMessage(_ => texts["Invalid.Brace", "{number}"]);
        RuleForEach(command => command.ExtraPlaceholders).Matches("^[a-z]+(-[a-z]+)*$").MaximumLength(Lengths.Kind);
    }
}

internal sealed class SaveTemplateHandler(ISiteDb db) : ICommandHandler<SaveTemplate, Done>
{
    public async Task<Result<Done>> HandleAsync(SaveTemplate command, CancellationToken cancellationToken)
    {
        var template = await db.Set<MessageTemplate>().FirstOrDefaultAsync(known => known.Code == command.Code, cancellationToken);
        if (template is not null && command.KeepEdited)
        {
            return Result.Done;
        }

        if (template is null)
        {
            template = new MessageTemplate { Code = command.Code, Name = command.Name, ChineseText = command.ChineseText, EnglishText = command.EnglishText };
            db.Set<MessageTemplate>().Add(template);
        }

        template.Name = command.Name;
        template.EnglishName = command.EnglishName;
        template.Class = command.Class;
        template.ChineseText = command.ChineseText;
        template.EnglishText = command.EnglishText;
        template.IsActive = command.IsActive ?? template.IsActive;
        template.SetPlaceholders([.. Placeholders.In(command.ChineseText), .. Placeholders.In(command.EnglishText), .. command.ExtraPlaceholders]);
        return Result.Done;
    }
}
