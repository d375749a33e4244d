using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Sending;

namespace ServicePlatform.UnitTests.Messaging;

[Trait("capability", "A088")]
public sealed class PeaceTests
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly Night = new(22, 30);
    private static readonly MessagingSettings Settings = new();

    [Theory]
    [InlineData("20:59", false)]
    [InlineData("21:00", true)]
    [InlineData("23:59", true)]
    [InlineData("00:00", true)]
    [InlineData("07:59", true)]
    [InlineData("08:00", false)]
    public void The_night_runs_over_midnight(string time, bool quiet) =>
        Peace.IsQuiet(TimeOnly.Parse(time, CultureInfo.InvariantCulture), Settings).ShouldBe(quiet);

    [Fact]
    public void Quiet_hours_may_lie_within_a_day() =>
        Peace.IsQuiet(new TimeOnly(13, 0), new MessagingSettings { QuietFrom = new(12, 0), QuietUntil = new(14, 0) }).ShouldBeTrue();

    [Theory]
    [InlineData(MessageClass.Service)]
    [InlineData(MessageClass.Safety)]
    public void Service_and_safety_are_exempt(MessageClass messageClass) =>
        Peace.ReasonAgainst(messageClass, Night, hasConsent: false, sentInPeriod: 99, Settings).ShouldBeNull();

    [Fact]
    public void Marketing_needs_consent_day_and_room()
    {
        Peace.ReasonAgainst(MessageClass.Marketing, Noon, hasConsent: true, sentInPeriod: 1, Settings).ShouldBeNull();
        Peace.ReasonAgainst(MessageClass.Marketing, Noon, hasConsent: false, sentInPeriod: 0, Settings).ShouldBe(BlockReasons.NoConsent);
        Peace.ReasonAgainst(MessageClass.Marketing, Night, hasConsent: true, sentInPeriod: 0, Settings).ShouldBe(BlockReasons.QuietHours);
        Peace.ReasonAgainst(MessageClass.Marketing, Noon, hasConsent: true, sentInPeriod: 2, Settings).ShouldBe(BlockReasons.Cap);
    }

    [Fact]
    public void Marketing_never_leaves_without_consent() => Prop.ForAll(
        Gen.Choose(0, 1439).ToArbitrary(),
        Gen.Choose(0, 10).ToArbitrary(),
        (minute, sent) => Peace.ReasonAgainst(MessageClass.Marketing, TimeOnly.MinValue.AddMinutes(minute), false, sent, Settings) is not null)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(MessageClass.Marketing, MessageClass.Service, MessageClass.Marketing)]
    [InlineData(MessageClass.Service, MessageClass.Marketing, MessageClass.Marketing)]
    [InlineData(MessageClass.Marketing, MessageClass.Safety, MessageClass.Marketing)]
    [InlineData(MessageClass.Safety, MessageClass.Safety, MessageClass.Safety)]
    [InlineData(MessageClass.Service, MessageClass.Service, MessageClass.Service)]
    public void Nobody_can_call_marketing_by_another_name(MessageClass template, MessageClass sender, MessageClass effective) =>
        Peace.ClassOf(template, sender).ShouldBe(effective);
}
