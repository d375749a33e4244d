namespace ServicePlatform.Messaging;

internal static class Features
{
    /// <summary>Messages and codes go into an inbox on the host instead of to phones. Works only where the host runs in Development.</summary>
    public const string Development = "Messaging.Development";
}
