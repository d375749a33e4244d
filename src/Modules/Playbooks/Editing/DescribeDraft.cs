using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;

namespace ServicePlatform.Playbooks.Editing;

/// <summary>Sets the title of a draft and what is new in it.</summary>
/// <param name="TitleZh">Of the procedure; dealers' layers have none.</param>
[WritesProcedures]
internal sealed record DescribeDraft(Guid LayerId, string? TitleZh, string? TitleEn, string? Note, int Version) : ICommand;

internal sealed class DescribeDraftValidator : AbstractValidator<DescribeDraft>
{
    public DescribeDraftValidator()
    {
        RuleFor(command => command.TitleZh).MaximumLength(Lengths.Name);
        RuleFor(command => command.TitleEn).MaximumLength(Lengths.Name);
        RuleFor(command => command.Note).MaximumLength(Lengths.Text);
    }
}

internal sealed class DescribeDraftHandler(DraftDesk desk) : ICommandHandler<DescribeDraft, Done>
{
    public async Task<Result<Done>> HandleAsync(DescribeDraft command, CancellationToken cancellationToken)
    {
        var opened = await desk.DraftAsync(command.LayerId, command.Version, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        opened.Value.Describe(
            LocalText.Of(command.TitleZh, command.TitleEn),
            string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim());
        return Result.Done;
    }
}
