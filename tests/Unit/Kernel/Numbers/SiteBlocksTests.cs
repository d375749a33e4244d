using ServicePlatform.Data.Numbers;

namespace ServicePlatform.UnitTests.Kernel.Numbers;

public sealed class SiteBlocksTests
{
    private readonly SiteBlocks _blocks = new();

    [Fact]
    public void Go_through_one_block_after_the_other()
    {
        _blocks.Take("WO", "2611").ShouldBeNull();
        _blocks.Put("WO", "2611", new NumberBlock(1, 2));
        _blocks.Put("WO", "2611", new NumberBlock(11, 11));
        Enumerable.Range(0, 4).Select(_ => _blocks.Take("WO", "2611")).ShouldBe([1, 2, 11, null]);
    }

    [Fact]
    public void Know_which_series_run_short()
    {
        _blocks.Take("WO", "2611");
        _blocks.Put("WO", "2611", new NumberBlock(1, 20));
        _blocks.Short("2611", 5).ShouldBeEmpty();
        _blocks.Short("2612", 5).ShouldBe(["WO"]);
        for (var taken = 0; taken < 16; taken++)
        {
            _blocks.Take("WO", "2611");
        }

        _blocks.Short("2611", 5).ShouldBe(["WO"]);
    }

    [Fact]
    public void A_replay_of_the_past_does_not_disturb_the_present_nor_pile_up()
    {
        _blocks.Put("WO", "2611", new NumberBlock(1, 20));
        for (var month = 1; month <= 12; month++)
        {
            for (var year = 15; year <= 25; year++)
            {
                _blocks.Put("WO", $"{year}{month:D2}", new NumberBlock(1, 20));
            }
        }

        _blocks.Take("WO", "2611").ShouldBe(1);
        _blocks.Take("WO", "1501").ShouldBeNull();
    }
}
