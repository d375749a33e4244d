using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Tasks;

namespace Sample00;

/// <summary>Writes a greeting in each of its steps; the input says how many.</summary>
internal sealed class GreetingTask(ISiteDb db) : LongTask<int>
{
    public override string Kind => "sample00.task";

    public override string Permission => "sample00.greet";

    protected override async Task<Result<TaskOutcome>> RunAsync(int input, ITaskSteps steps, CancellationToken cancellationToken)
    {
        Behaviour.ThrowIf("throws-in-task");
        if (Behaviour.Is("hangs-in-task"))
        {
            await Behaviour.HangIfAsync("hangs-in-task");
            await Behaviour.NoteAsync(() => db.Set<Greeting>().CountAsync(CancellationToken.None));
        }

        for (var step = 1; step <= input; step++)
        {
            var number = step;
            var done = await steps.StepAsync(
                async () =>
                {
                    db.Set<Greeting>().Add(new Greeting { Text = "step " + number });
                    await Behaviour.HangIfAsync("hangs-in-step");
                    return Result.Done;
                },
                _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                number,
                input,
                cancellationToken);
            if (!done.Succeeded)
            {
                return done.Failure;
            }
        }

        return new TaskOutcome();
    }

    protected override Task EndedAsync(int input, Guid taskId, LongTaskPhase phase, CancellationToken cancellationToken)
    {
        Behaviour.ThrowIf("throws-in-task");
        return Task.CompletedTask;
    }
}
