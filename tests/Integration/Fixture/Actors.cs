using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>People for use-case tests, without accounts behind them.</summary>
public static class Actors
{
    /// <summary>A member of staff with every permission, seeing what lies below the path.</summary>
    public static Actor Staff(string scopePath, params Guid[] principals) => new()
    {
        Kind = ActorKind.Staff,
        UserId = Guid.NewGuid(),
        DisplayName = "Staff " + scopePath,
        ScopePath = scopePath,
        PrincipalIds = principals.Length == 0 ? null : principals,
        HasEveryPermission = true,
    };

    public static Actor With(string scopePath, params string[] permissions) => new()
    {
        Kind = ActorKind.Staff,
        UserId = Guid.NewGuid(),
        DisplayName = "Staff " + scopePath,
        ScopePath = scopePath,
        Permissions = permissions.ToHashSet(StringComparer.Ordinal),
    };

    public static Actor Customer(params Guid[] customers) => new()
    {
        Kind = ActorKind.Customer,
        UserId = Guid.NewGuid(),
        DisplayName = "Customer",
        CustomerIds = customers,
    };
}
