using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;

namespace ServicePlatform.UnitTests.Devices;

[Trait("capability", "B03")]
public sealed class MembraneTests
{
    private static readonly DateOnly Change = new(2026, 3, 1);
    private static readonly DateOnly Read = new(2026, 9, 1);

    [Theory]
    [InlineData(200, 41, MembraneFinding.Due)]
    [InlineData(200, 40, MembraneFinding.Watch)]
    [InlineData(200, 20, MembraneFinding.Watch)]
    [InlineData(200, 19, MembraneFinding.Good)]
    [InlineData(50, 60, MembraneFinding.Due)]
    [InlineData(0, 0, MembraneFinding.Unknown)]
    public void Rejection_is_judged(double tdsIn, double tdsOut, object finding) =>
        Compute(FilterKind.ReverseOsmosis, tdsIn, tdsOut).Finding.ShouldBe((MembraneFinding)finding);

    [Fact]
    public void Below_eighty_percent_it_is_due_from_the_day_of_the_reading()
    {
        var due = Compute(FilterKind.ReverseOsmosis, 200, 60);

        due.DueOn.ShouldBe(Read);
        due.LimitedBy.ShouldBe(LimitCodes.Rejection);
        due.Rejection!.Value.ShouldBe(0.7, 0.0001);
    }

    [Theory]
    [InlineData(FilterKind.Ultrafiltration)]
    [InlineData(FilterKind.Nanofiltration)]
    public void Looser_membranes_are_never_judged_by_it(FilterKind kind)
    {
        var due = Compute(kind, 200, 190);

        due.Finding.ShouldBe(MembraneFinding.Unknown);
        due.LimitedBy.ShouldBe(LimitCodes.Days);
    }

    private static FilterDue Compute(FilterKind kind, double tdsIn, double tdsOut) =>
        FilterLife.Compute(new(new(kind, 730, null, false), Change, 50, 8, null, new TdsPair(tdsIn, tdsOut, Read)));
}
