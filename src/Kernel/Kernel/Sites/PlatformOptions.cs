namespace ServicePlatform.Kernel.Sites;

/// <summary>Settings of the host, section <c>Platform</c>.</summary>
public sealed class PlatformOptions
{
    /// <summary>Folder with databases, files and keys; the command line sets it with <c>--data</c>.</summary>
    public string DataFolder { get; set; } = "App_Data";

    /// <summary>Seals the connection strings of sites; empty for the file <c>host.key</c> in the data folder.</summary>
    public string HostKey { get; set; } = "";

    /// <summary>Sites that are made at the first start: recipe names from the recipe folder.</summary>
    public IList<NewSite> InitialSites { get; } = [];

    /// <summary>Whether an address without a site lists the sites. In Development it does so anyway.</summary>
    public bool ShowDirectory { get; set; }

    /// <summary>Sign-in attempts and codes that one address may make in a minute at one site.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    public Plugins.PluginOptions Plugins { get; } = new();

    /// <summary>How often all sites are asked for deliveries that are due again.</summary>
    public TimeSpan DeliveryInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Statements that take so long are logged, without their values; zero for none.</summary>
    public TimeSpan SlowQuery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Opens the parts of <c>/health/ready</c> to a monitor that sends it as <c>X-Health-Key</c>; empty for nobody.</summary>
    public string HealthKey { get; set; } = "";

    /// <summary>With less room on the disk of the data folder the host calls itself degraded.</summary>
    public long LeastFreeMegabytes { get; set; } = 500;
}

/// <summary>What is needed to create a site.</summary>
public sealed class NewSite
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string Prefix { get; set; } = "";

    public string Hosts { get; set; } = "";

    /// <summary>Recipe that sets it up: <c>aqua</c>.</summary>
    public string Recipe { get; set; } = "";

    public string Provider { get; set; } = "Sqlite";

    /// <summary>Empty for a SQLite file in the site's folder.</summary>
    public string Connection { get; set; } = "";

    public string Culture { get; set; } = "zh-CN";

    public string TimeZone { get; set; } = "Asia/Shanghai";

    public string Theme { get; set; } = "Clear";

    public bool IsOperatorArea { get; set; }
}
