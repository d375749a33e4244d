using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.Recipes;
using ServicePlatform.Sites;

namespace ServicePlatform.Crm.Recipes;

/// <summary>
/// <c>{ "name": "compounds", "compounds": [{ "code", "name", "division", "street", "latitude", "longitude", "datum",
/// "readings": [{ "on" or "daysAgo", "source", "tds", "hardness", "residualChlorine" }] }] }</c>. Readings that stand already are left alone.
/// </summary>
internal sealed class CompoundsStep(ISender sender, ISiteDb db, IClock clock) : IRecipeStep
{
    public string Name => "compounds";

    public Type Form => typeof(CompoundsForm);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<CompoundsForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        for (var at = 0; at < step.Value.Compounds.Count; at++)
        {
            if (await SaveAsync(step.Value.Compounds[at], cancellationToken) is { } failure)
            {
                var field = failure.Fields.Count > 0 ? failure.Fields[0] : null;
                return context.Failed(field is null ? failure.Code : $"{field.Field}: {field.Message ?? field.Code}", $"compounds[{at}]");
            }
        }

        return Result.Done;
    }

    private async Task<Failure?> SaveAsync(CompoundRow row, CancellationToken cancellationToken)
    {
        var standing = await db.List<Compound>().FirstOrDefaultAsync(compound => compound.Code == row.Code, cancellationToken);
        var position = row is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude, row.Datum) : (GeoPoint?)null;
        var saved = await sender.SendAsync(
            new SaveCompound(standing?.Id, row.Code, row.Name, row.Division, row.Street, position, standing?.Version ?? 0), cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Failure;
        }

        // Days counted back from today would add a row at each run on another day.
        if (standing is not null && await db.List<CompoundReading>().AnyAsync(reading => reading.CompoundId == standing.Id, cancellationToken))
        {
            return null;
        }

        // The whole step is one transaction; the readings ask the database for their compound.
        await db.SaveAsync(cancellationToken);
        foreach (var reading in row.Readings ?? [])
        {
            var day = reading.On ?? DateOnly.FromDateTime(clock.UtcNow.AddDays(-reading.DaysAgo));
            var recorded = await sender.SendAsync(
                new RecordReading(saved.Value, day, reading.Source, reading.Tds, reading.Hardness, reading.ResidualChlorine), cancellationToken);
            if (!recorded.Succeeded)
            {
                return recorded.Failure;
            }
        }

        return null;
    }
}
