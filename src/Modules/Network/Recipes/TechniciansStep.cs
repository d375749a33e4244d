using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Technicians;
using ServicePlatform.Recipes;

namespace ServicePlatform.Network.Recipes;

/// <summary>
/// <c>{ "name": "technicians", "technicians": [{ "code", "name", "phone", "organisation", "skills", "active", "account": { "userName", "password" } }] }</c>
/// </summary>
internal sealed class TechniciansStep(ISender sender, ISiteDb db, IOrganisationReader organisations) : IRecipeStep
{
    public string Name => "technicians";

    public Type Form => typeof(TechniciansForm);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<TechniciansForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        for (var at = 0; at < step.Value.Technicians.Count; at++)
        {
            if (await SaveAsync(step.Value.Technicians[at], context, $"technicians[{at}]", cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        return Result.Done;
    }

    private async Task<Failure?> SaveAsync(TechnicianRow row, RecipeStepContext context, string path, CancellationToken cancellationToken)
    {
        if (await organisations.FindByCodeAsync(row.Organisation, cancellationToken) is not { } organisation)
        {
            return context.Failed("network.organisation-not-found " + row.Organisation, path);
        }

        var standing = await db.List<Technician>().FirstOrDefaultAsync(technician => technician.Code == row.Code, cancellationToken);
        var saved = await sender.SendAndSaveAsync(db, new SaveTechnician(standing?.Id, row.Code, row.Name, row.Phone, organisation.Id, row.Skills ?? [], row.Active, standing?.Version ?? 0), cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Failure.At(context, path);
        }

        if (row.Account is not { } account || standing?.UserId is not null)
        {
            return null;
        }

        var opened = await sender.SendAndSaveAsync(db, new CreateTechnicianAccount(saved.Value, account.UserName, account.Password), cancellationToken);
        return opened.Failure?.At(context, path + ".account");
    }
}
