namespace ServicePlatform.Kernel.Modules;

/// <summary>What is touched when features of a site go on or off together, in the reader's words.</summary>
/// <param name="Menu">Entries of the menu and of the site's settings.</param>
/// <param name="Addresses">Pages in all, those of the menu included.</param>
/// <param name="Jobs">Names of recurring jobs.</param>
/// <param name="Events">Kinds of event that it acts on.</param>
/// <param name="Waiting">Events that wait for it now.</param>
/// <param name="Tables">Its tables; they stay.</param>
public sealed record FeatureTouch(
    IReadOnlyList<string> Menu,
    int Addresses,
    IReadOnlyList<string> Jobs,
    IReadOnlyList<TouchedPermission> Permissions,
    int Events,
    int Waiting,
    IReadOnlyList<TouchedTable> Tables)
{
    public long Rows => Tables.Sum(table => table.Rows);
}

/// <param name="Roles">How many roles have it, or will have it when it is on; administrators have everything.</param>
public sealed record TouchedPermission(string Name, int Roles);

/// <param name="Name">In the database.</param>
public sealed record TouchedTable(string Name, long Rows);
