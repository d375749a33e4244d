namespace ServicePlatform.Kernel.Telemetry;

/// <summary>Values of the tag <c>work.kind</c>.</summary>
public static class WorkKinds
{
    public const string Command = "command";
    public const string Query = "query";

    /// <summary>Of an event to one of its listeners.</summary>
    public const string Delivery = "delivery";

    /// <summary>To somebody outside: a message, a call.</summary>
    public const string Outside = "outside";

    public const string Job = "job";

    public const string Task = "task";
}
