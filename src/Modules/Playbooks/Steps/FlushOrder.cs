using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.Playbooks.Steps;

/// <summary>Stages are flushed from where the water enters: a later stage before an earlier one carries dirt into the membrane.</summary>
internal static class FlushOrder
{
    /// <summary>The first flush step that comes after one of a later position, or null where all is in order.</summary>
    public static StepContent? FirstOutOfOrder(IEnumerable<StepContent> steps)
    {
        var last = 0;
        foreach (var step in steps.Where(step => step is { Kind: StepKind.Flush, FlushPosition: not null }))
        {
            if (step.FlushPosition <= last)
            {
                return step;
            }

            last = step.FlushPosition!.Value;
        }

        return null;
    }
}
