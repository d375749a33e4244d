using ServicePlatform.Data;
using ServicePlatform.Security;

namespace ServicePlatform.UnitTests.Kernel.Security;

public sealed class ScopePathsTests
{
    [Theory]
    [InlineData("/hq/", true)]
    [InlineData("/hq/north/", false)]
    [InlineData("/hq", false)]
    [InlineData("//", false)]
    [InlineData("/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_path_of_one_code_is_the_head_office(string? path, bool isTop) => ScopePaths.IsTop(path).ShouldBe(isTop);

    [Theory]
    [InlineData("/hq/a/b/", "/hq/a/b/,/hq/a/")]
    [InlineData("/hq/a/", "/hq/a/")]
    [InlineData("/hq/", "")]
    [InlineData("", "")]
    public void The_way_up_ends_below_the_head_office(string path, string expected) => string.Join(',', ScopePaths.UpwardsBelowTop(path)).ShouldBe(expected);

    [Fact]
    public void Without_a_path_nothing_is_in_range()
    {
        ScopePaths.Range(null).ShouldBe(("", ""));
        ScopePaths.Range("").ShouldBe(("", ""));
    }

    [Theory]
    [InlineData('\u202E', true)]
    [InlineData('\u0000', true)]
    [InlineData('\uFFFE', true)]
    [InlineData('\u200F', true)]
    [InlineData('\n', false)]
    [InlineData('水', false)]
    public void Commands_and_files_refuse_the_same_characters(char character, bool isHostile)
    {
        UnicodeText.IsHostile(character).ShouldBe(isHostile);
        ServicePlatform.Devices.Imports.CellText.IsHostile("净" + character).ShouldBe(isHostile);
    }
}
