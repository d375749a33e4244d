using ServicePlatform.Accounts.SignIn;
using ServicePlatform.Commands;

namespace ServicePlatform.UnitTests.Accounts;

public sealed class CodeLimitsTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_first_code_is_sent() => CodeLimits.Check([], Now, new()).ShouldBeNull();

    [Fact]
    public void A_second_code_within_a_minute_waits_for_the_rest_of_it()
    {
        var failure = CodeLimits.Check([Now.AddSeconds(-20)], Now, new());

        failure!.Kind.ShouldBe(FailureKind.TooMany);
        failure.Code.ShouldBe("accounts.code-wait");
        failure.Arguments.ShouldBe([40]);
    }

    [Fact]
    public void A_minute_later_another_is_sent() => CodeLimits.Check([Now.AddMinutes(-1)], Now, new()).ShouldBeNull();

    [Fact]
    public void Five_an_hour_are_enough()
    {
        var sent = Enumerable.Range(1, 5).Select(index => Now.AddMinutes(-10 * index)).ToList();

        var failure = CodeLimits.Check(sent, Now, new());

        failure!.Code.ShouldBe("accounts.code-wait-hour");
        failure.Arguments.ShouldBe([10]);
    }

    [Fact]
    public void Ten_a_day_are_enough()
    {
        var sent = Enumerable.Range(1, 10).Select(index => Now.AddHours(-2 * index)).ToList();

        var failure = CodeLimits.Check(sent, Now, new());

        failure!.Code.ShouldBe("accounts.code-wait-day");
        failure.Arguments.ShouldBe([4]);
    }

    [Fact]
    public void The_longest_wait_is_the_one_that_is_told()
    {
        var sent = Enumerable.Range(0, 10).Select(index => Now.AddSeconds(-index)).ToList();

        CodeLimits.Check(sent, Now, new())!.Code.ShouldBe("accounts.code-wait-day");
    }

    [Fact]
    public void Every_refusal_says_when_to_come_back() =>
        CodeLimits.Check([Now.AddSeconds(-20)], Now, new())!.RetryAfter.ShouldBe(TimeSpan.FromSeconds(40));

    [Fact]
    public void An_address_has_its_own_measure()
    {
        var sent = Enumerable.Range(0, 3).Select(index => Now.AddHours(-index)).ToList();

        CodeLimits.CheckAddress(sent, Now, new() { CodesPerAddressAndDay = 4 }).ShouldBeNull();
        var failure = CodeLimits.CheckAddress(sent, Now, new() { CodesPerAddressAndDay = 3 });
        failure!.Code.ShouldBe("accounts.code-wait-address");
        failure.Arguments.ShouldBe([22]);
        failure.RetryAfter.ShouldBe(TimeSpan.FromHours(22));
    }
}
