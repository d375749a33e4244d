using FsCheck;
using FsCheck.Fluent;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;

namespace ServicePlatform.UnitTests.Devices;

[Trait("capability", "B03")]
public sealed class FilterLifeTests
{
    private static readonly DateOnly Change = new(2026, 3, 1);

    private static Arbitrary<FilterFacts> AnyFacts { get; } = (
        from kind in Gen.Elements(Enum.GetValues<FilterKind>())
        from days in Gen.Choose(1, 3650)
        from litres in Gen.Choose(0, 20_000)
        from feed in Gen.Elements(true, false)
        from changed in Gen.Choose(0, 4000)
        from yieldPercent in Gen.Choose(1, 100)
        from halfLitres in Gen.Choose(1, 1000)
        from hardness in Gen.Choose(-1, 600)
        select new FilterFacts(
            new FilterSpecification(kind, days, litres == 0 ? null : litres, feed),
            new DateOnly(2020, 1, 1).AddDays(changed),
            yieldPercent,
            halfLitres / 2.0,
            hardness < 0 ? null : hardness,
            null)).ToArbitrary();

    [Fact]
    public void Due_never_lies_after_either_limit() => Prop.ForAll(AnyFacts, facts =>
    {
        var due = FilterLife.Compute(facts);
        var inLitres = due.LitresLimit is { } limit ? facts.ReplacedOn.AddDays(limit) : DateOnly.MaxValue;
        return due.DueOn <= facts.ReplacedOn.AddDays(facts.Specification.LifeDays) && due.DueOn <= inLitres && due.DueOn >= facts.ReplacedOn;
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("capability", "A164")]
    public void A_change_n_days_later_moves_due_by_n_days() => Prop.ForAll(AnyFacts, Gen.Choose(0, 400).ToArbitrary(), (facts, late) =>
    {
        var onTime = FilterLife.Compute(facts).DueOn;
        var later = FilterLife.Compute(facts with { ReplacedOn = facts.ReplacedOn.AddDays(late) }).DueOn;
        return later.DayNumber - onTime.DayNumber == late;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Harder_water_never_prolongs_a_life() => Prop.ForAll(AnyFacts, Gen.Choose(0, 500).ToArbitrary(), (facts, more) =>
        FilterLife.Compute(facts with { Hardness = (facts.Hardness ?? 0) + more }).DueOn <= FilterLife.Compute(facts).DueOn).QuickCheckThrowOnFailure();

    [Fact]
    public void The_water_that_passed_until_due_stays_within_the_litres() => Prop.ForAll(AnyFacts, facts =>
    {
        var due = FilterLife.Compute(facts);
        var passed = (due.DueOn.DayNumber - facts.ReplacedOn.DayNumber) * due.LitresPassedPerDay;
        return facts.Specification.LifeLitres is not { } litres || passed <= (litres * due.WaterFactor) + 0.000001;
    }).QuickCheckThrowOnFailure();

    [Theory]
    // A membrane of 3,000 L at 8 L a day lasts 375 days, less than its 730.
    [InlineData(FilterKind.ReverseOsmosis, 730, 3000, false, 50, 8, null, "2027-03-11", "litres")]
    // The same in hard water: 3,000 x 0.7 / 8 = 262.5.
    [InlineData(FilterKind.ReverseOsmosis, 730, 3000, false, 50, 8, 450d, "2026-11-18", "litres")]
    // Days alone, hard water: 730 x 0.85 = 620.5.
    [InlineData(FilterKind.ReverseOsmosis, 730, null, false, 50, 8, 151d, "2027-11-11", "days")]
    // Sediment counts feed water: 8 L at a yield of 50 % are 16 L; 6,000 / 16 = 375, longer than 180 days.
    [InlineData(FilterKind.Sediment, 180, 6000, true, 50, 8, 450d, "2026-08-28", "days")]
    // A company drinks 60 L: 6,000 / 120 = 50 days.
    [InlineData(FilterKind.Sediment, 180, 6000, true, 50, 60, null, "2026-04-20", "litres")]
    // Carbon does not follow hardness.
    [InlineData(FilterKind.Carbon, 365, null, true, 50, 8, 600d, "2027-03-01", "days")]
    // Nanofiltration does: 365 x 0.55 = 200.75.
    [InlineData(FilterKind.Nanofiltration, 365, null, false, 60, 8, 451d, "2026-09-17", "days")]
    public void Golden_cases(FilterKind kind, int days, int? litres, bool feed, int yieldPercent, double perDay, double? hardness, string dueOn, string limitedBy)
    {
        var due = FilterLife.Compute(new(new(kind, days, litres, feed), Change, yieldPercent, perDay, hardness, null));

        due.DueOn.ShouldBe(DateOnly.Parse(dueOn, System.Globalization.CultureInfo.InvariantCulture));
        due.LimitedBy.ShouldBe(limitedBy);
    }

    [Theory]
    [InlineData(150d, 1.0)]
    [InlineData(150.1, 0.85)]
    [InlineData(300d, 0.85)]
    [InlineData(450d, 0.7)]
    [InlineData(450.1, 0.55)]
    [InlineData(null, 1.0)]
    public void Hardness_steps(double? hardness, double factor) => WaterFactor.Of(FilterKind.ReverseOsmosis, hardness).ShouldBe(factor);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(50, 50)]
    [InlineData(100, 0)]
    [InlineData(140, 0)]
    public void Remaining_runs_from_full_to_empty(int passed, int percent) =>
        FilterLife.RemainingPercent(Change, Change.AddDays(100), Change.AddDays(passed)).ShouldBe(percent);

    [Theory]
    [InlineData(31, false, FilterCondition.Good)]
    [InlineData(31, true, FilterCondition.Watch)]
    [InlineData(30, true, FilterCondition.DueSoon)]
    [InlineData(1, false, FilterCondition.DueSoon)]
    [InlineData(0, false, FilterCondition.Due)]
    [InlineData(-9, true, FilterCondition.Due)]
    public void Conditions(int daysLeft, bool watch, FilterCondition condition) =>
        FilterLife.ConditionOn(Change, Change.AddDays(daysLeft), watch).ShouldBe(condition);
}
