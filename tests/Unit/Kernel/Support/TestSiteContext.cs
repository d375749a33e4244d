using System.Globalization;
using ServicePlatform.Sites;

namespace ServicePlatform.UnitTests.Kernel.Support;

internal sealed record TestSiteContext(string Id = "aqua", string Zone = "Asia/Shanghai") : ISiteContext
{
    public string Name => Id;

    public string PathBase => "";

    public CultureInfo Culture => CultureInfo.GetCultureInfo("zh-CN");

    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Zone);

    public string Currency => "CNY";

    public string Theme => "Clear";

    public IReadOnlyList<string> ThemeStyles => [];

    public bool IsOperatorArea => false;

    public PortalContext? Portal => null;

    public bool IsEnabled(string featureId) => true;
}
