using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Procedures;

namespace ServicePlatform.Playbooks.Layers;

/// <summary>Reads layers and their versions, untracked.</summary>
internal sealed class LayerStore(ISiteDb db)
{
    /// <summary>The procedure for a kind of job and a category itself, or for every category where the code is empty.</summary>
    public Task<Procedure?> FindAsync(string jobType, string categoryCode, CancellationToken cancellationToken) =>
        db.List<Procedure>()
            .FirstOrDefaultAsync(procedure => procedure.Jobs.Any(job => job.JobType == jobType && job.CategoryCode == categoryCode), cancellationToken);

    /// <summary>What can hold for the question, and nothing else.</summary>
    public Task<LayerSet> ForQuestionAsync(Procedure procedure, DefinitionQuestion question, CancellationToken cancellationToken)
    {
        var above = PathsAbove(question.OrganisationPath);
        var layers = db.List<ProcedureLayer>().Where(layer =>
            layer.ProcedureId == procedure.Id
            && (layer.PrincipalId == null || layer.PrincipalId == question.PrincipalId)
            && (layer.OrganisationPath == null || above.Contains(layer.OrganisationPath))
            && (layer.ModelId == null || layer.ModelId == question.ModelId));
        return ReadAsync(procedure, layers, version => version.EffectiveFrom <= question.At && (version.EffectiveUntil == null || version.EffectiveUntil > question.At), cancellationToken);
    }

    /// <summary>Everything of a procedure that is not a draft, of all owners: for rehearsals, which show nothing of it to the actor.</summary>
    public Task<LayerSet> AllAsync(Procedure procedure, CancellationToken cancellationToken) =>
        ReadAsync(procedure, db.List<ProcedureLayer>().Where(layer => layer.ProcedureId == procedure.Id), version => version.State != DefinitionState.Draft, cancellationToken);

    private async Task<LayerSet> ReadAsync(
        Procedure procedure,
        IQueryable<ProcedureLayer> query,
        System.Linq.Expressions.Expression<Func<ProcedureVersion, bool>> which,
        CancellationToken cancellationToken)
    {
        var layers = await query.ToListAsync(cancellationToken);
        var ids = layers.ConvertAll(layer => layer.Id);
        var versions = await db.List<ProcedureVersion>()
            .Where(version => ids.Contains(version.LayerId))
            .Where(which)
            .Include(version => version.Steps)
            .ToListAsync(cancellationToken);
        return new LayerSet(procedure, layers, versions);
    }

    /// <summary>The node itself and all above it: <c>/hq/</c>, <c>/hq/north/</c>.</summary>
    internal static List<string> PathsAbove(string path)
    {
        var paths = new List<string>();
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            paths.Add(path[..(slash + 1)]);
        }

        return paths;
    }
}
