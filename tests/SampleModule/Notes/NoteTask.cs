using ServicePlatform.Commands;
using ServicePlatform.Tasks;

namespace ServicePlatform.SampleModule.Notes;

/// <param name="Texts">One note each. "fail" is refused; "wait" waits until the task is stopped; "throw" breaks off.</param>
public sealed record NotesInput(IReadOnlyList<string> Texts);

/// <summary>Writes notes, each in a step of its own.</summary>
internal sealed class NoteTask(ISender sender) : LongTask<NotesInput>
{
    public override string Kind => "sample.notes";

    public override string Permission => "sample.write";

    protected override async Task<Result<TaskOutcome>> RunAsync(NotesInput input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        var first = steps.Checkpoint is { } kept ? int.Parse(kept, System.Globalization.CultureInfo.InvariantCulture) : 0;
        for (var at = first; at < input.Texts.Count; at++)
        {
            var (text, next) = (input.Texts[at], (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            switch (text)
            {
                case "wait":
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
                case "throw":
                    throw new InvalidOperationException("the task broke off");
            }

            var written = await steps.StepAsync(() => sender.SendAsync(new WriteNote(Guid.Empty, "/hq/", text), cancellationToken), _ => next, at + 1, input.Texts.Count, cancellationToken);
            if (!written.Succeeded)
            {
                return written.Failure;
            }
        }

        return new TaskOutcome("/app/notes");
    }

    protected override Task EndedAsync(NotesInput input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken) =>
        sender.SendAsync(new WriteNote(Guid.Empty, "/hq/", $"ended as {phase}"), cancellationToken);
}
