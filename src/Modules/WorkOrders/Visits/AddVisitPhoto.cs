using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Files;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class AddVisitPhotoValidator : AbstractValidator<AddVisitPhoto>
{
    public AddVisitPhotoValidator()
    {
        RuleFor(command => command.StepCode).MaximumLength(Lengths.Code + 8);
        RuleFor(command => command.Angle).MaximumLength(Lengths.Name);
        RuleFor(command => command.FileName).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.Content).NotNull();
    }
}

internal sealed class AddVisitPhotoHandler(FieldDesk desk, IFileStore files, ISiteDb db) : ICommandHandler<AddVisitPhoto, Guid>
{
    /// <summary>Photos of one visit.</summary>
    private const int Maximum = 60;

    public async Task<Result<Guid>> HandleAsync(AddVisitPhoto command, CancellationToken cancellationToken)
    {
        var fileId = Guid.Empty;
        var done = await desk.ActAsync(
            command.VisitId,
            command.At,
            async job =>
            {
                var added = await AddAsync(command, job, cancellationToken);
                fileId = added.Succeeded ? added.Value : Guid.Empty;
                return added.Failure;
            },
            cancellationToken);
        return done.Succeeded ? fileId : done.Failure;
    }

    private async Task<Result<Guid>> AddAsync(AddVisitPhoto command, FieldJob job, CancellationToken cancellationToken)
    {
        var visit = job.Visit;
        var stepCode = string.IsNullOrEmpty(command.StepCode) ? null : command.StepCode;
        if (visit.CanAddPhoto(stepCode, job.At) is { } failure)
        {
            return failure;
        }

        if (visit.Photos.Count >= Maximum)
        {
            return Failure.Conflict("orders.too-many-photos", Maximum);
        }

        var saved = await files.SaveAsync(command.Content, command.FileName, Subjects.Visit(visit.Id), FileRules.Photo, nameof(command.Content), cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Failure;
        }

        var asked = string.IsNullOrWhiteSpace(command.Angle) ? visit.Steps.FirstOrDefault(step => step.Code == stepCode) : null;
        var photo = new VisitPhoto
        {
            VisitId = visit.Id,
            FileId = saved.Value.Id,
            StepCode = stepCode,
            Angle = string.IsNullOrWhiteSpace(command.Angle) ? asked?.PhotoAngle : command.Angle.Trim(),
            EnglishAngle = asked?.EnglishPhotoAngle,
            TakenAt = job.At,
            ReceivedAt = job.Now,
            Sha256 = saved.Value.Sha256,
            IsRepeated = await IsElsewhereAsync(visit, saved.Value.Sha256, cancellationToken),
        };
        visit.AddPhoto(photo, job.Now);
        return photo.FileId;
    }

    private Task<bool> IsElsewhereAsync(Visit visit, string sha256, CancellationToken cancellationToken) =>
        db.Set<VisitPhoto>().AnyAsync(
            photo => photo.Sha256 == sha256 && db.Set<Visit>().Any(other => other.Id == photo.VisitId && other.OrderId != visit.OrderId),
            cancellationToken);
}
