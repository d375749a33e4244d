using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;

namespace ServicePlatform.UnitTests.Crm;

public sealed class CompoundWaterTests
{
    private static readonly Guid Compound = Guid.NewGuid();

    [Fact]
    public void Of_each_figure_the_newest_counts()
    {
        var water = CompoundReader.Newest("望和嘉园", [
            Reading(2025, tds: 240, hardness: 182, chlorine: 0.24),
            Reading(2026, tds: 228, hardness: null, chlorine: null),
        ]);

        water.Tds.ShouldBe(228);
        water.Hardness.ShouldBe(182);
        water.ResidualChlorine.ShouldBe(0.24);
        water.TakenOn.Year.ShouldBe(2026);
    }

    private static CompoundReading Reading(int year, double? tds, double? hardness, double? chlorine) => new()
    {
        CompoundId = Compound, TakenOn = new DateOnly(year, 8, 1), Source = WaterSource.Municipal, Tds = tds, Hardness = hardness, ResidualChlorine = chlorine,
    };
}
