namespace ServicePlatform.Network.Contracts;

public static class NetworkPermissions
{
    public const string View = "network.view";
    public const string Edit = "network.edit";
    /// <summary>A dealer's own sub-outlets and people.</summary>
    public const string EditOwn = "network.edit-own";
}
