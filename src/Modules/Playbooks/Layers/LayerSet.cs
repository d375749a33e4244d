using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Layers;

/// <summary>Layers of one procedure with versions of each, ready for the resolver.</summary>
internal sealed record LayerSet(Procedure Procedure, IReadOnlyList<ProcedureLayer> Layers, IReadOnlyList<ProcedureVersion> Versions)
{
    public IReadOnlyList<DefinitionVersion<StepContent>> Candidates { get; } =
        [.. Versions.Join(Layers, version => version.LayerId, layer => layer.Id, (version, layer) => Candidate(Procedure, layer, version))];

    public ProcedureLayer LayerOf(DefinitionSource source) => Layers.First(layer => layer.Id == source.DefinitionId);

    public ProcedureVersion VersionOf(DefinitionSource source) =>
        Versions.First(version => version.LayerId == source.DefinitionId && version.Number == source.Version);

    /// <summary>Title by the lowest layer that gives one.</summary>
    public LocalText TitleOf(ResolvedDefinition<StepContent> resolved) =>
        resolved.Versions
            .Where(trace => trace.Outcome == VersionOutcome.Used)
            .Select(trace => VersionOf(trace.Source).Title)
            .LastOrDefault(title => title is not null) ?? new LocalText(Procedure.Code, Procedure.Code);

    public static DefinitionVersion<StepContent> Candidate(Procedure procedure, ProcedureLayer layer, ProcedureVersion version) => new(
        layer.Id,
        version.Number,
        layer.Owner,
        new ProductScope(procedure.CategoryCode.Length == 0 ? null : procedure.CategoryCode, layer.ModelId, layer.Serials),
        version.State,
        version.EffectiveFrom,
        version.EffectiveUntil,
        version.Changes);
}
