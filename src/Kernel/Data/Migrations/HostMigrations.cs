using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Data.Host;

namespace ServicePlatform.Data.Migrations;

/// <summary>The migrations of the host's own database: those that name its context.</summary>
[SuppressMessage("Usage", "EF1001", Justification = "IMigrationsAssembly is the documented place to find migrations elsewhere.")]
internal sealed class HostMigrations : IMigrationsAssembly
{
    private static readonly SortedDictionary<string, TypeInfo> Found = new(
        typeof(HostMigrations).Assembly.DefinedTypes.Where(IsOfHost).ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, StringComparer.Ordinal),
        StringComparer.Ordinal);

    public IReadOnlyDictionary<string, TypeInfo> Migrations => Found;

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(HostMigrations).Assembly;

    /// <summary>True for migrations of the host's database, which are none of any site's.</summary>
    public static bool IsOfHost(TypeInfo type) => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(HostDbContext);

    public string? FindMigrationId(string nameOrId) => Found.Keys.FirstOrDefault(id => string.Equals(id, nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}
