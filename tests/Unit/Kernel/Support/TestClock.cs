using ServicePlatform.Sites;

namespace ServicePlatform.UnitTests.Kernel.Support;

internal sealed class TestClock : IClock
{
    public DateTime UtcNow { get; set; } = new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);
}
