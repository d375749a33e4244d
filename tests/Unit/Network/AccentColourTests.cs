using ServicePlatform.Network.Portals;

namespace ServicePlatform.UnitTests.Network;

public sealed class AccentColourTests
{
    [Theory]
    [InlineData("#000000", 21.0)]
    [InlineData("#ffffff", 1.0)]
    [InlineData("#767676", 4.54)]
    public void Contrast_with_white_is_that_of_the_guideline(string colour, double contrast) =>
        AccentColour.ContrastWithWhite(colour).ShouldBe(contrast, 0.01);

    [Theory]
    [InlineData("#0f6b5c", true)]
    [InlineData("#ffe600", false)]
    public void A_colour_that_cannot_be_told_from_white_is_refused(string colour, bool legible) =>
        AccentColour.IsLegible(colour).ShouldBe(legible);
}
