using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Recipes;

namespace ServicePlatform.Playbooks.Recipes;

/// <summary>
/// Procedures with their layers, by code, layer and version. A version that stands already must say the same; what it says
/// changes only by a higher version. The README of the module describes the format.
/// </summary>
internal sealed class ProceduresStep(
    VersionInstaller installer, ISiteDb db, IPrincipalReader principals, IOrganisationReader organisations, IModelReader models) : IRecipeStep
{
    private const string PlatformLayer = "platform";
    private const string BrandLayer = "brand";

    public string Name => "procedures";

    public Type Form => typeof(ProceduresForm);

    public Task CheckAsync(RecipeStepContext context, IRecipeFindings findings, CancellationToken cancellationToken)
    {
        if (context.Bind<ProceduresForm>() is { Succeeded: true, Value.File: { } file })
        {
            findings.CheckFile(file, typeof(ProcedureFile), "file");
        }

        return Task.CompletedTask;
    }

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<ProceduresForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        var read = Read(context, step.Value);
        if (!read.Succeeded)
        {
            return read.Failure;
        }

        var failure = await ProceduresAsync(context, step.Value, read.Value, cancellationToken)
            ?? await DealerLayersAsync(context, step.Value, read.Value, cancellationToken);
        return failure is null ? Result.Done : failure;
    }

    private async Task<Failure?> ProceduresAsync(RecipeStepContext context, ProceduresForm step, ProcedureFile file, CancellationToken cancellationToken)
    {
        var brands = await principals.ListAsync(cancellationToken);
        for (var at = 0; at < file.Procedures.Count; at++)
        {
            var (entry, path) = (file.Procedures[at], $"procedures[{at}]");
            if (step.Codes?.Contains(entry.Code, StringComparer.Ordinal) == false)
            {
                continue;
            }

            if (entry.Layer is not (PlatformLayer or BrandLayer))
            {
                return context.Failed(entry.Layer, path + ".layer");
            }

            var codes = entry.Principal is { } one ? [one] : step.Principals ?? [.. brands.Where(brand => brand.IsActive).Select(brand => brand.Code)];
            if (entry.Layer == BrandLayer && codes.FirstOrDefault(code => brands.All(brand => brand.Code != code)) is { } unknown)
            {
                return context.Failed(unknown, path + ".principal");
            }

            IEnumerable<DefinitionOwner> owners = entry.Layer == PlatformLayer
                ? [DefinitionOwner.Platform]
                : codes.Select(code => DefinitionOwner.Brand(brands.First(brand => brand.Code == code).Id));
            var procedure = await ProcedureAsync(entry, cancellationToken);
            if (procedure is null)
            {
                return context.Failed(string.Join(", ", entry.JobTypes), path + ".jobTypes");
            }

            foreach (var owner in owners)
            {
                var modelId = await ModelAsync(entry, owner, cancellationToken);
                if (entry.Model is not null && modelId is null)
                {
                    return context.Failed(entry.Model, path + ".model");
                }

                var wanted = new WantedVersion(procedure, owner, modelId, entry.Version, entry.From, entry.Title, [.. entry.Steps.Select(item => item.ToChange())]);
                if (await installer.InstallAsync(wanted, cancellationToken) is { } refusal)
                {
                    return context.Failed(refusal.Reason, path + refusal.PathIn(entry.Steps));
                }
            }
        }

        return null;
    }

    private async Task<Failure?> DealerLayersAsync(RecipeStepContext context, ProceduresForm step, ProcedureFile file, CancellationToken cancellationToken)
    {
        var brands = await principals.ListAsync(cancellationToken);
        for (var at = 0; at < file.DealerLayers.Count; at++)
        {
            var (entry, path) = (file.DealerLayers[at], $"dealerLayers[{at}]");
            if (step.Dealers?.Contains(entry.Dealer, StringComparer.Ordinal) == false || step.Codes?.Contains(entry.Procedure, StringComparer.Ordinal) == false)
            {
                continue;
            }

            if (await organisations.FindByCodeAsync(entry.Dealer, cancellationToken) is not { } node)
            {
                return context.Failed(entry.Dealer, path + ".dealer");
            }

            var procedure = await db.Set<Procedure>().FirstOrDefaultAsync(row => row.Code == entry.Procedure, cancellationToken);
            if (procedure is null)
            {
                return context.Failed(entry.Procedure, path + ".procedure");
            }

            var model = await LayerModelAsync(entry, brands, cancellationToken);
            if (entry.Model is not null && model is null)
            {
                return context.Failed(entry.Model, path + ".model");
            }

            var onlyFor = entry.Principal is null ? null : brands.FirstOrDefault(brand => brand.Code == entry.Principal);
            if (entry.Principal is not null && onlyFor is null)
            {
                return context.Failed(entry.Principal, path + ".principal");
            }

            var owner = new DefinitionOwner(
                node.Ownership == OrganisationOwnership.Own ? DefinitionLayer.Region : DefinitionLayer.Dealer, onlyFor?.Id, node.Path);
            var wanted = new WantedVersion(procedure, owner, model, entry.Version, entry.From, null, [.. entry.Steps.Select(item => item.ToChange())]);
            if (await installer.InstallAsync(wanted, cancellationToken) is { } refusal)
            {
                return context.Failed(refusal.Reason, path + refusal.PathIn(entry.Steps));
            }
        }

        return null;
    }

    /// <summary>The procedure brought to its kinds of job; null where another one answers for one of them.</summary>
    private async Task<Procedure?> ProcedureAsync(ProcedureEntry entry, CancellationToken cancellationToken)
    {
        var category = entry.Category ?? "";
        var taken = await db.List<ProcedureJob>()
            .AnyAsync(job => job.CategoryCode == category && entry.JobTypes.Contains(job.JobType) && !db.List<Procedure>().Any(row => row.Id == job.ProcedureId && row.Code == entry.Code), cancellationToken);
        if (taken || entry.JobTypes.Count == 0)
        {
            return null;
        }

        var procedure = await db.Set<Procedure>().FirstOrDefaultAsync(row => row.Code == entry.Code, cancellationToken);
        if (procedure is null)
        {
            procedure = new Procedure(entry.Code, category);
            db.Set<Procedure>().Add(procedure);
        }

        procedure.ServeJobs(category, entry.JobTypes);
        await db.SaveAsync(cancellationToken);
        return procedure;
    }

    private async Task<Guid?> ModelAsync(ProcedureEntry entry, DefinitionOwner owner, CancellationToken cancellationToken) =>
        entry.Model is { } code && owner.PrincipalId is { } brand ? (await models.FindByCodeAsync(brand, code, cancellationToken))?.Id : null;

    private async Task<Guid?> LayerModelAsync(LayerEntry entry, IReadOnlyList<PrincipalSummary> brands, CancellationToken cancellationToken) =>
        entry.Model is { } code && brands.FirstOrDefault(brand => brand.Code == (entry.ModelOf ?? entry.Principal)) is { } maker
            ? (await models.FindByCodeAsync(maker.Id, code, cancellationToken))?.Id
            : null;

    private static Result<ProcedureFile> Read(RecipeStepContext context, ProceduresForm step)
    {
        if (step.File is null)
        {
            return new ProcedureFile { Procedures = step.Procedures ?? [], DealerLayers = step.DealerLayers ?? [] };
        }

        using var content = context.ReadFile(step.File);
        if (content is null)
        {
            return context.Failed(step.File, "file");
        }

        try
        {
            return JsonSerializer.Deserialize<ProcedureFile>(content, RecipeStepContext.Json) is { } file ? file : context.Failed("null", "file");
        }
        catch (JsonException exception)
        {
            return context.Failed(exception.Message, $"file({step.File}){exception.Path?.TrimStart('$')}");
        }
    }
}
