using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.UnitTests.WorkOrders;

public sealed class ActTimeTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 6, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(-3600, true)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(61, false)]
    [InlineData(-7201, false)]
    public void A_device_is_believed_within_bounds(int seconds, bool believed) =>
        ActTime.Check(Now.AddSeconds(seconds), Now, Now.AddHours(-2)).Succeeded.ShouldBe(believed);

    [Fact]
    public void A_clock_that_is_a_little_ahead_does_not_make_acts_of_the_future() =>
        ActTime.Check(Now.AddSeconds(30), Now, Now.AddHours(-2)).Value.ShouldBe(Now);
}
