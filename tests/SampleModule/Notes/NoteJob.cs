using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Scheduling;

namespace ServicePlatform.SampleModule.Notes;

/// <summary>Notes that it ran; breaks off where somebody has noted "break".</summary>
internal sealed class NoteJob(ISiteDb db, ISender sender) : IRecurringJob
{
    public string Id => "sample.notes";

    public JobSchedule Schedule { get; } = new JobSchedule.Every(TimeSpan.FromHours(1));

    public async Task<JobReport> RunAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<Note>().AnyAsync(note => note.Text == "break", cancellationToken))
        {
            throw new InvalidOperationException("the job broke off");
        }

        await sender.SendAsync(new WriteNote(Guid.Empty, "/hq/", "the job ran"), cancellationToken);
        return new JobReport(1);
    }
}
