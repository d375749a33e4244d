using System.Globalization;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;

namespace ServicePlatform.Playbooks.Resolving;

internal sealed class ProcedureReader(LayerStore store, IModelReader models, OwnerNames names, StageWords stages) : IProcedureReader
{
    public async Task<ResolvedProcedure?> ResolveAsync(ProcedureQuestion question, CancellationToken cancellationToken)
    {
        var asked = new DefinitionQuestion(
            question.PrincipalId, question.OrganisationPath, question.CategoryCode, question.ModelId, question.Serial, question.At);

        // A category's own procedure first; what is written for every category stands in where it says nothing.
        foreach (var category in new[] { question.CategoryCode, "" }.Distinct(StringComparer.Ordinal))
        {
            if (await store.FindAsync(question.JobType, category, cancellationToken) is not { } procedure)
            {
                continue;
            }

            var layers = await store.ForQuestionAsync(procedure, asked, cancellationToken);
            var resolved = DefinitionResolver.Resolve(layers.Candidates, asked);
            if (resolved.Versions.Any(trace => trace.Source.Owner.Layer <= DefinitionLayer.Brand && trace.Outcome == VersionOutcome.Used))
            {
                return await PresentAsync(layers, resolved, question.ModelId, cancellationToken);
            }
        }

        return null;
    }

    private async Task<ResolvedProcedure> PresentAsync(
        LayerSet layers, ResolvedDefinition<Steps.StepContent> resolved, Guid? modelId, CancellationToken cancellationToken)
    {
        var model = modelId is { } id ? (await models.GetAsync([id], cancellationToken)).GetValueOrDefault(id) : null;
        var nameOf = await names.OfAsync(resolved.Parts.Select(part => part.SaidBy.Owner), cancellationToken);
        var culture = CultureInfo.CurrentUICulture;
        var steps = ModelFit.Fit(resolved.Parts, model, stages.Flush)
            .Where(step => step.Note != FitNote.NoSuchPosition)
            .Select((step, index) => Present(step, index + 1, nameOf, culture));
        return new ResolvedProcedure(layers.Procedure.Code, layers.TitleOf(resolved).In(culture), [.. steps]) { Wording = layers.TitleOf(resolved) };
    }

    private static ResolvedStep Present(FittedStep step, int order, Func<DefinitionOwner, string> nameOf, CultureInfo culture)
    {
        var content = step.Content;
        var source = step.Resolved.SaidBy;
        return new ResolvedStep(
            order,
            content.Code,
            content.Section,
            content.Kind,
            content.Title.In(culture),
            content.Instruction?.In(culture),
            content.IsMandatory,
            content.Reading,
            content.Unit,
            content.Minimum,
            content.Maximum,
            content.FlushPosition,
            content.MinimumMinutes,
            content.PhotoAngle?.In(culture),
            new Provenance(source.Owner.Layer.ToString().ToLowerInvariant(), nameOf(source.Owner), source.DefinitionId, source.Version),
            content.Remedy?.In(culture))
        {
            Wording = new StepWording(content.Title, content.Instruction, content.PhotoAngle, content.Remedy),
        };
    }
}
