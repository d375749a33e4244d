namespace ServicePlatform.Kernel.Web;

/// <summary>The languages of the product, and where a visitor's choice is kept.</summary>
public static class CultureChoice
{
    public const string CookieName = "language";

    public static IReadOnlyList<string> Supported { get; } = ["zh-CN", "en-US"];
}
