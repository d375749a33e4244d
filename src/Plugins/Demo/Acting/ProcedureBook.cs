using ServicePlatform.Demo.Planning;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.Demo.Acting;

/// <summary>The steps that hold for a job, read once for each kind.</summary>
internal sealed class ProcedureBook(Scene scene, IProcedureReader reader, CancellationToken cancellationToken)
{
    private readonly Dictionary<(string Principal, string Path, string? Model, string JobType), IReadOnlyList<ResolvedStep>> _known = [];

    public async Task<IReadOnlyList<ResolvedStep>> StepsAsync(JobPlan job)
    {
        var path = job.Technician!.OrganisationPath;
        var key = (job.Customer.Principal, path, job.Machine?.Model?.Code, job.Fault.JobType);
        if (!_known.TryGetValue(key, out var steps))
        {
            var model = job.Machine?.Model;
            var question = new ProcedureQuestion(
                scene.Roster.Principals[job.Customer.Principal],
                path,
                model?.Category ?? scene.Material.Catalogue.Principals[0].Models[0].Category,
                model is null ? null : scene.Roster.Models[model.Code],
                job.Fault.JobType,
                scene.Time.Now);
            _known[key] = steps = (await reader.ResolveAsync(question, cancellationToken))?.Steps ?? [];
        }

        return steps;
    }
}
