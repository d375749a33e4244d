using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Controllers;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Playbooks.Procedures;

/// <summary>Begins a procedure for kinds of job that have none: with a brand's layer and an empty draft. Nothing holds before that is published. Answers the layer's id.</summary>
/// <param name="CategoryCode">Empty for every category that has no procedure of its own.</param>
/// <param name="JobTypes">Of <see cref="ProcedureJobs.All"/>.</param>
[RequirePermission(PlaybookPermissions.Edit)]
internal sealed record CreateProcedure(Guid PrincipalId, string CategoryCode, IReadOnlyList<string> JobTypes, string TitleZh, string? TitleEn) : ICommand<Guid>;

/// <summary>The kinds of job that a procedure can be for, in the order of screens.</summary>
internal static class ProcedureJobs
{
    public static IReadOnlyList<string> All { get; } = ["install", "repair", "filter-change", "maintenance", "relocation", "water-test", "guidance"];
}

internal sealed class CreateProcedureValidator : AbstractValidator<CreateProcedure>
{
    public CreateProcedureValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.PrincipalId).NotEmpty();
        RuleFor(command => command.CategoryCode).MaximumLength(Lengths.Code);
        RuleFor(command => command.TitleZh).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.TitleEn).MaximumLength(Lengths.Name);
        RuleFor(command => command.JobTypes)
            .Must(types => types.Count > 0 && types.All(type => ProcedureJobs.All.Contains(type, StringComparer.Ordinal)))
            .WithMessage(_ => texts["NewProcedure.ChooseJobs"]);
    }
}

internal sealed class CreateProcedureHandler(
    ISiteDb db, IActorContext actors, IPrincipalReader principals, IModelReader models, IStringLocalizer<Texts> texts, IClock clock) : ICommandHandler<CreateProcedure, Guid>
{
    public async Task<Result<Guid>> HandleAsync(CreateProcedure command, CancellationToken cancellationToken)
    {
        var owner = DefinitionOwner.Brand(command.PrincipalId);
        if ((await principals.ListAsync(cancellationToken)).All(principal => principal.Id != command.PrincipalId))
        {
            return Failure.Invalid(nameof(command.PrincipalId), "playbooks.owner-missing");
        }

        if (LayerRights.WhyNotEdit(actors.Current, owner) is { } reason)
        {
            return Failure.Forbidden(reason);
        }

        var category = command.CategoryCode;
        if (category.Length > 0 && (await models.CategoriesAsync(cancellationToken)).All(known => known.Code != category))
        {
            return Failure.Invalid(nameof(command.CategoryCode), "playbooks.category-unknown");
        }

        var taken = await db.List<ProcedureJob>().Where(job => job.CategoryCode == category && command.JobTypes.Contains(job.JobType)).Select(job => job.JobType).ToListAsync(cancellationToken);
        if (taken.Count > 0)
        {
            return Failure.Invalid(nameof(command.JobTypes), "playbooks.jobs-taken", texts.Jobs(taken));
        }

        var types = ProcedureJobs.All.Where(type => command.JobTypes.Contains(type, StringComparer.Ordinal)).ToList();
        var procedure = new Procedure(await CodeAsync(category, types[0], cancellationToken), category);
        procedure.ServeJobs(category, types);
        var layer = new ProcedureLayer(procedure.Id, owner, null, null);
        db.Set<Procedure>().Add(procedure);
        db.Set<ProcedureLayer>().Add(layer);
        db.Set<ProcedureVersion>().Add(layer.OpenDraft(LocalText.Of(command.TitleZh, command.TitleEn), [], actors.Current.UserId, clock.UtcNow)!);
        return layer.Id;
    }

    /// <summary>What addresses and recipes call it: <c>water-purifier-install</c>, with a number where that is another one's.</summary>
    private async Task<string> CodeAsync(string category, string jobType, CancellationToken cancellationToken)
    {
        var wanted = category.Length == 0 ? jobType : $"{category}-{jobType}";
        wanted = wanted[..Math.Min(wanted.Length, Lengths.Code - 4)];
        var like = await db.List<Procedure>().Where(procedure => procedure.Code.StartsWith(wanted)).Select(procedure => procedure.Code).ToListAsync(cancellationToken);
        return Enumerable.Range(1, like.Count + 1).Select(number => number == 1 ? wanted : $"{wanted}-{number}").First(code => !like.Contains(code, StringComparer.Ordinal));
    }
}
