using System.Globalization;
using Microsoft.Extensions.Localization;
using NSubstitute;
using ServicePlatform.Sites;
using ServicePlatform.Ui;

namespace ServicePlatform.UnitTests.Ui;

/// <summary>Times are said in the site's zone, as people say them.</summary>
public sealed class SiteTimeTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 6, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-11-22T06:29:30", "Time.Now")]
    [InlineData("2026-11-22T06:05:00", "Time.MinutesAgo 25")]
    [InlineData("2026-11-22T02:00:00", "Time.Today 10:00")]
    [InlineData("2026-11-22T15:59:00", "Time.Today 23:59")]
    [InlineData("2026-11-22T16:00:00", "Time.Tomorrow 00:00")]
    [InlineData("2026-11-21T15:00:00", "Time.Yesterday 23:00")]
    [InlineData("2025-03-01T01:00:00", "2025-03-01 09:00")]
    public void Relative_times_follow_the_days_of_the_site(string utc, string expected) =>
        In("Asia/Shanghai").Relative(DateTime.Parse(utc, CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Fact]
    public void A_time_that_the_spring_change_skips_is_moved_on() =>
        In("Europe/Berlin").ToUtc(new DateTime(2026, 3, 29, 2, 30, 0)).ShouldBe(new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc));

    [Fact]
    public void What_is_typed_comes_back_the_same()
    {
        var time = In("Asia/Shanghai");
        var typed = new DateTime(2026, 11, 23, 10, 0, 0);
        time.ToLocal(time.ToUtc(typed)).ShouldBe(typed);
    }

    private static SiteTime In(string zone)
    {
        var site = Substitute.For<ISiteContext>();
        site.TimeZone.Returns(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var clock = Substitute.For<IClock>();
        clock.UtcNow.Returns(Now);
        var texts = Substitute.For<IStringLocalizer<UiTexts>>();
        texts[Arg.Any<string>()].Returns(call => Text(call.Arg<string>()));
        texts[Arg.Any<string>(), Arg.Any<object[]>()].Returns(call => Text(call.Arg<string>() + " " + string.Join(' ', call.Arg<object[]>())));
        return new SiteTime(site, clock, texts);
    }

    private static LocalizedString Text(string key) => new(key, key);
}
