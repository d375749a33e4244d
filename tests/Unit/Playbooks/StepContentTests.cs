using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Steps;
using static ServicePlatform.UnitTests.Playbooks.Sample;

namespace ServicePlatform.UnitTests.Playbooks;

public class StepContentTests
{
    [Fact]
    public void Narrower_limits_longer_flushes_and_other_words_weaken_nothing()
    {
        Pressure(0.1, 0.4).WeakenedBy(Pressure(0.15, 0.35) with { Title = new("量水压", "Gauge"), Instruction = new("慢", "Slowly") }).ShouldBeEmpty();
        Pressure(null, null).WeakenedBy(Pressure(0.1, 0.4)).ShouldBeEmpty();
        Flush(1, 5).WeakenedBy(Flush(1, 6)).ShouldBeEmpty();
    }

    [Fact]
    public void Wider_or_missing_limits_shorter_flushes_and_another_kind_weaken()
    {
        Pressure(0.1, 0.4).WeakenedBy(Pressure(0.05, 0.5)).ShouldBe(["Minimum", "Maximum"]);
        Pressure(0.1, 0.4).WeakenedBy(Pressure(null, null)).ShouldBe(["Minimum", "Maximum"]);
        Pressure(0.1, 0.4).WeakenedBy(Pressure(0.1, double.NaN)).ShouldBe(["Maximum"]);
        Pressure().WeakenedBy(Pressure() with { Reading = ReadingKind.TankPressure, Unit = "kPa" }).ShouldBe(["Reading", "Unit"]);
        Flush(1, 5).WeakenedBy(Flush(1, 4)).ShouldBe(["MinimumMinutes"]);
        Flush(1, 5).WeakenedBy(Flush(2, 5)).ShouldBe(["FlushPosition"]);
        Tick("a").WeakenedBy(Tick("a") with { Kind = StepKind.Text }).ShouldBe(["Kind"]);
    }

    [Fact]
    [Trait("capability", "A005")]
    public void Limits_are_checked_against_what_can_be_measured()
    {
        static string[] Fields(StepContent step) => [.. StepChecks.Check(step, bothLanguages: true).Select(failure => failure.Field)];
        Fields(Pressure(0.1, 0.4)).ShouldBeEmpty();
        Fields(Pressure(0.4, 0.1)).ShouldBe(["Maximum"]);
        Fields(Pressure(-0.1, 40)).ShouldBe(["Minimum", "Maximum"]);
        Fields(Pressure(0.1, double.NaN)).ShouldBe(["Maximum"]);
        Fields(Pressure() with { Unit = "bar" }).ShouldBe(["Unit"]);
        Fields(Pressure() with { Reading = null }).ShouldBe(["Reading"]);
        Fields(Flush(0)).ShouldBe(["FlushPosition"]);
        Fields(Flush(1, 0)).ShouldBe(["MinimumMinutes"]);
        Fields(Flush(null) with { Code = "flush" }).ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_of_reading_has_a_range() =>
        Enum.GetValues<ReadingKind>().ShouldAllBe(kind => ReadingRange.Of(kind).Highest > ReadingRange.Of(kind).Lowest);

    [Fact]
    public void A_brand_writes_both_languages_and_a_dealer_at_least_one()
    {
        static string[] Fields(StepContent step, bool both) => [.. StepChecks.Check(step, both).Select(failure => failure.Field)];
        var chinese = Tick("a") with { Title = new("检查", null) };
        Fields(chinese, both: true).ShouldBe(["TitleEn"]);
        Fields(chinese, both: false).ShouldBeEmpty();
        Fields(Tick("a") with { Title = new(null, null) }, both: false).ShouldBe(["TitleZh"]);
        Fields(Tick("a") with { Instruction = new("慢", null) }, both: true).ShouldBe(["InstructionEn"]);
        Fields(Tick("a") with { Kind = StepKind.Photo }, both: false).ShouldBe(["PhotoAngleZh"]);
        Fields(Tick("a") with { Title = new(new string('长', 201), "x") }, both: true).ShouldBe(["TitleZh"]);
    }

    [Theory]
    [InlineData("flush-1", true)]
    [InlineData("Flush", false)]
    [InlineData("-a", false)]
    [InlineData("a--b", false)]
    [InlineData("^", false)]
    public void Codes_are_small_letters_digits_and_dashes(string code, bool good) =>
        (StepChecks.Check(Tick(code), bothLanguages: true).Count == 0).ShouldBe(good);

    [Fact]
    public void A_text_falls_back_to_the_other_language()
    {
        var chinese = new System.Globalization.CultureInfo("zh-Hans");
        var english = new System.Globalization.CultureInfo("en");
        new LocalText("签字", "Sign").In(chinese).ShouldBe("签字");
        new LocalText("签字", "Sign").In(english).ShouldBe("Sign");
        new LocalText("签字", null).In(english).ShouldBe("签字");
    }

    [Fact]
    [Trait("capability", "A007")]
    public void A_later_stage_may_not_be_flushed_before_an_earlier_one()
    {
        FlushOrder.FirstOutOfOrder([Flush(1), Tick("a"), Flush(2), Flush(4), Flush(null)]).ShouldBeNull();
        FlushOrder.FirstOutOfOrder([Flush(2), Flush(1)])!.FlushPosition.ShouldBe(1);
        FlushOrder.FirstOutOfOrder([Flush(1), Flush(1)])!.FlushPosition.ShouldBe(1);
    }
}
