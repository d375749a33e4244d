using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.Recipes;

namespace ServicePlatform.Crm.Recipes;

/// <summary>Residential compounds with what is known of their water. Readings that stand already are left alone.</summary>
internal sealed record CompoundsForm(string Name, IReadOnlyList<CompoundRow> Compounds);

/// <param name="Division">County, six digits.</param>
internal sealed record CompoundRow(
    [RecipeKey("compound"), MaxLength(Lengths.Code), RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$")] string Code,
    [MinLength(1), MaxLength(Lengths.Name)] string Name,
    [RegularExpression("^[0-9]{6}$")] string Division,
    [MaxLength(Lengths.Address)] string? Street = null,
    [Range(-90, 90)] double? Latitude = null,
    [Range(-180, 180)] double? Longitude = null,
    Datum Datum = Datum.Gcj02,
    IReadOnlyList<ReadingRow>? Readings = null);

/// <param name="On">Day; or so many days ago.</param>
/// <param name="Tds">mg/L.</param>
/// <param name="Hardness">mg/L as CaCO3.</param>
internal sealed record ReadingRow(
    WaterSource Source = WaterSource.Municipal,
    DateOnly? On = null,
    [Range(0, 36500)] int DaysAgo = 0,
    double? Tds = null,
    double? Hardness = null,
    double? ResidualChlorine = null);

internal sealed class CompoundsExport(ISiteDb db) : IRecipeExport
{
    public int Order => 20;

    public async Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken)
    {
        var readings = (await db.List<CompoundReading>().OrderBy(row => row.TakenOn).ThenBy(row => row.Id).ToListAsync(cancellationToken))
            .ToLookup(row => row.CompoundId, row => new ReadingRow(row.Source, row.TakenOn, 0, row.Tds, row.Hardness, row.ResidualChlorine));
        var compounds = await db.List<Compound>().OrderBy(row => row.Code).ToListAsync(cancellationToken);
        return compounds.Count == 0
            ? []
            :
            [
                new CompoundsForm("compounds", [.. compounds.Select(row => new CompoundRow(row.Code, row.Name, row.CountyCode, row.Street, row.Latitude, row.Longitude, row.Datum ?? Datum.Gcj02, [.. readings[row.Id]]))]),
            ];
    }
}
