namespace ServicePlatform.Kernel.Plugins;

/// <summary>How long the host waits for plugins and when it gives them a rest: section <c>Platform:Plugins</c>.</summary>
public sealed class PluginOptions
{
    /// <summary>A plugin's registrations and endpoints, at the start.</summary>
    public TimeSpan StartLimit { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>An answer of its pages and endpoints.</summary>
    public TimeSpan RequestLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>An event handler or listener, or a step of a long task; on SQLite other writers wait meanwhile.</summary>
    public TimeSpan EventLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What the product asks of it in between: a card, a menu entry, a message provider.</summary>
    public TimeSpan ContractLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A run of a recurring job, or a recipe step.</summary>
    public TimeSpan JobLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a long task may be without a report or a finished step.</summary>
    public TimeSpan TaskSilence { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long one that was asked to stop may take for it.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Failures within the window after which it rests, where at least half of its calls failed.</summary>
    public int Failures { get; set; } = 5;

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>First rest; each further one in a row is twice as long, up to the longest.</summary>
    public TimeSpan Rest { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan LongestRest { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Processor time that a call may use without coming back.</summary>
    public TimeSpan SpinLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the host looks at running calls and at memory.</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(2);
}
