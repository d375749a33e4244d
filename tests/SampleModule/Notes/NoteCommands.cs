using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Modules;
using ServicePlatform.Numbers;
using ServicePlatform.Security;

namespace ServicePlatform.SampleModule.Notes;

[RequirePermission("sample.write")]
public sealed record WriteNote(Guid PrincipalId, string HolderPath, string Text) : ICommand<Guid>;

[RequirePermission("sample.write")]
public sealed record EditNote(Guid NoteId, string Text, int Version) : ICommand;

[RequirePermission("sample.write")]
public sealed record ListNotes : IQuery<IReadOnlyList<string>>;

public sealed record NoteWritten(Guid NoteId, string Text) : IEvent;

internal sealed class WriteNoteValidator : AbstractValidator<WriteNote>
{
    public WriteNoteValidator() => RuleFor(command => command.Text).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class WriteNoteHandler(ISiteDb db, INumbers numbers, IEvents events) : ICommandHandler<WriteNote, Guid>
{
    public async Task<Result<Guid>> HandleAsync(WriteNote command, CancellationToken cancellationToken)
    {
        var note = new Note
        {
            PrincipalId = command.PrincipalId,
            HolderPath = command.HolderPath,
            Number = await numbers.NextAsync("NT", cancellationToken),
            Text = command.Text,
        };
        db.Set<Note>().Add(note);
        events.Publish(new NoteWritten(note.Id, note.Text));
        return command.Text == "fail" ? Failure.Conflict("sample.refused") : note.Id;
    }
}

internal sealed class EditNoteHandler(ISiteDb db) : ICommandHandler<EditNote, Done>
{
    public async Task<Result<Done>> HandleAsync(EditNote command, CancellationToken cancellationToken)
    {
        var note = await db.Set<Note>().SingleOrDefaultAsync(row => row.Id == command.NoteId, cancellationToken);
        if (note is null)
        {
            return Failure.NotFound("sample.unknown");
        }

        if (note.Version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(command.Version, note.Version) };
        }

        note.Text = command.Text;
        return Result.Done;
    }
}

internal sealed class ListNotesHandler(ISiteDb db) : IQueryHandler<ListNotes, IReadOnlyList<string>>
{
    public async Task<Result<IReadOnlyList<string>>> HandleAsync(ListNotes query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<string>>.Success(await db.List<Note>().OrderBy(note => note.Number).Select(note => note.Text).ToListAsync(cancellationToken));
}

/// <summary>Writes an echo for each note after the commit.</summary>
internal sealed class EchoNote(ISiteDb db) : IEventListener<NoteWritten>
{
    public Task HandleAsync(NoteWritten domainEvent, EventDelivery delivery, CancellationToken cancellationToken)
    {
        db.Set<NoteEcho>().Add(new NoteEcho { NoteId = domainEvent.NoteId, Attempt = delivery.Attempt });
        return Task.CompletedTask;
    }
}

/// <summary>Fails on some notes, for ever.</summary>
[OfFeature("SampleModule.Poison")]
internal sealed class ChokeOnNote : IEventListener<NoteWritten>
{
    public Task HandleAsync(NoteWritten domainEvent, EventDelivery delivery, CancellationToken cancellationToken) =>
        domainEvent.Text == "poison" ? throw new InvalidDataException("This note cannot be swallowed.") : Task.CompletedTask;
}
