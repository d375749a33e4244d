namespace ServicePlatform.Security;

/// <summary>Something that a role may allow. Its name is the text <c>Permission.{Id}</c> of the module.</summary>
/// <param name="Id">Lower case, module first: <c>orders.dispatch</c>.</param>
/// <param name="DefaultRoles">Roles of <see cref="StandardRoles"/> that have it in a new site. Administrators have everything.</param>
public sealed record Permission(string Id, params string[] DefaultRoles);

/// <summary>Lists the permissions of a feature.</summary>
public interface IPermissionProvider
{
    IEnumerable<Permission> Permissions { get; }
}

/// <summary>Roles that every site starts with, one for each kind of user. Their names are the texts <c>Role.{Id}</c>.</summary>
public static class StandardRoles
{
    /// <summary>Brand or company administrator: configures the site.</summary>
    public const string Administrator = "administrator";
    /// <summary>Answers for a region's service.</summary>
    public const string ServiceManager = "service-manager";
    /// <summary>Call-centre agent.</summary>
    public const string Agent = "agent";
    public const string Dispatcher = "dispatcher";
    /// <summary>Runs a dealer with its sub-outlets.</summary>
    public const string Dealer = "dealer";
    /// <summary>Runs one outlet's daily work.</summary>
    public const string Outlet = "outlet";
    public const string Technician = "technician";
    public const string Warehouse = "warehouse";
    /// <summary>Reviews finished work, claims and statements.</summary>
    public const string Claims = "claims";
    public const string Trainer = "trainer";
    /// <summary>A principal's own staff, who look at the work done for their brand.</summary>
    public const string PrincipalViewer = "principal-viewer";
    /// <summary>Operator of the host; only in the operator's area.</summary>
    public const string Operator = "operator";

    public static IReadOnlyList<string> All { get; } =
        [Administrator, ServiceManager, Agent, Dispatcher, Dealer, Outlet, Technician, Warehouse, Claims, Trainer, PrincipalViewer, Operator];
}
