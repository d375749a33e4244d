namespace ServicePlatform.Accounts.Own;

/// <summary>What people call the browser and the device behind a user agent; null where it cannot be told.</summary>
internal sealed record DeviceName(string? Browser, string? System, bool IsPhone)
{
    // In this order: most browsers also name the ones that they descend from.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("MicroMessenger/", "WeChat"), ("DingTalk/", "DingTalk"), ("Edg", "Edge"), ("OPR/", "Opera"), ("HuaweiBrowser/", "Huawei Browser"), ("MiuiBrowser/", "Mi Browser"),
        ("QQBrowser/", "QQ Browser"), ("UCBrowser/", "UC Browser"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name, bool IsPhone)[] Systems =
    [
        ("OpenHarmony", "HarmonyOS", true), ("HarmonyOS", "HarmonyOS", true), ("Android", "Android", true), ("iPhone", "iPhone", true), ("iPad", "iPad", true),
        ("Windows", "Windows", false), ("Macintosh", "macOS", false), ("CrOS", "ChromeOS", false), ("Linux", "Linux", false),
    ];

    public static DeviceName Of(string userAgent)
    {
        var browser = Browsers.FirstOrDefault(known => userAgent.Contains(known.Mark, StringComparison.Ordinal));
        var system = Systems.FirstOrDefault(known => userAgent.Contains(known.Mark, StringComparison.Ordinal));
        return new DeviceName(browser.Name, system.Name, system.IsPhone);
    }
}
