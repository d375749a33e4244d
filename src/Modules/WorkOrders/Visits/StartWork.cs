using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class StartWorkHandler(FieldDesk desk, IProcedureReader procedures, IMachineReader machines, IModelReader models) : ICommandHandler<StartWork, Done>
{
    public Task<Result<Done>> HandleAsync(StartWork command, CancellationToken cancellationToken) =>
        desk.ActAsync(command.VisitId, command.At, job => BeginAsync(job, cancellationToken), cancellationToken);

    private async Task<Failure?> BeginAsync(FieldJob job, CancellationToken cancellationToken)
    {
        var visit = job.Visit;
        var known = await machines.GetAsync([.. visit.Lines.Select(line => line.MachineId).OfType<Guid>()], cancellationToken);
        var modelIds = known.Values.Select(machine => machine.ModelId).OfType<Guid>().Distinct().ToList();
        var limits = await models.GetAsync(modelIds, cancellationToken);
        var steps = new List<VisitStep>();
        ResolvedProcedure? first = null;
        foreach (var line in visit.Lines.OrderBy(line => line.Number))
        {
            var machine = line.MachineId is { } id ? known.GetValueOrDefault(id) : null;
            var question = new ProcedureQuestion(
                visit.PrincipalId, visit.HolderPath, machine?.CategoryCode ?? visit.CategoryCode, machine?.ModelId, line.JobType, job.At, machine?.Serial);
            var procedure = await procedures.ResolveAsync(question, cancellationToken);
            var model = machine?.ModelId is { } modelId ? limits.GetValueOrDefault(modelId) : null;
            first ??= procedure;
            foreach (var step in procedure?.Steps.OrderBy(step => step.Order) ?? Enumerable.Empty<ResolvedStep>())
            {
                steps.Add(VisitStep.From(step, visit.Id, line, steps.Count + 1, model));
            }
        }

        return visit.BeginWork(first?.Code, first is null ? null : first.Wording ?? new LocalText(first.Title, null), steps, job.At);
    }
}
