using ServicePlatform.Kernel.Plugins;

namespace ServicePlatform.UnitTests.Kernel.Plugins;

[Trait("goal", "G12")]
public sealed class MemoryTrendTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void What_is_kept_over_three_periods_is_reported() =>
        Reports((100, 0, 0), (110, 10, 5), (120, 20, 10), (130, 30, 15)).ShouldBe([(30 * Megabyte, 15L)]);

    [Fact]
    public void What_is_given_back_is_not() => Reports((100, 0, 0), (102, 10, 5), (103, 20, 10), (104, 30, 15), (105, 40, 20)).ShouldBeEmpty();

    [Fact]
    public void A_growth_beside_a_plugin_that_rests_is_not_its_doing() => Reports((100, 0, 0), (150, 0, 0), (200, 0, 0), (250, 0, 0)).ShouldBeEmpty();

    [Fact]
    public void A_growth_far_beyond_what_it_asked_for_is_not_its_doing() => Reports((100, 0, 0), (150, 1, 5), (200, 2, 10), (250, 3, 15), (300, 4, 20)).ShouldBeEmpty();

    [Fact]
    public void A_growth_that_ends_begins_anew() => Reports((100, 0, 0), (110, 10, 5), (120, 20, 10), (120, 30, 15), (130, 40, 20), (140, 50, 25)).ShouldBeEmpty();

    [Fact]
    public void The_heap_after_a_collection_holds_what_is_held()
    {
        var held = new byte[64 * Megabyte];
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);

        PluginWatch.HeapAfterCollection().ShouldBeGreaterThan(held.Length);
    }

    private static List<(long Bytes, long Calls)> Reports(params (long Heap, long Allocated, long Calls)[] looks)
    {
        var trend = new MemoryTrend();
        return [.. looks.Select(look => trend.Add(look.Heap * Megabyte, look.Allocated * Megabyte, look.Calls)).OfType<(long, long)>()];
    }
}
