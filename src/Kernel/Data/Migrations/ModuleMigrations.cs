using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Migrations;

/// <summary>
/// Gathers the migrations of the kernel and of every module into one history, ordered by id. Ids start with the date:
/// <c>20261122_0100_Crm</c>; within a day lower floors come first.
/// </summary>
[SuppressMessage("Usage", "EF1001", Justification = "IMigrationsAssembly is the documented place to find migrations elsewhere.")]
internal sealed class ModuleMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private readonly SortedDictionary<string, TypeInfo> _migrations = Gather(((SiteDbContext)current.Context).ModelParts);

    public IReadOnlyDictionary<string, TypeInfo> Migrations => _migrations;

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(ModuleMigrations).Assembly;

    public string? FindMigrationId(string nameOrId) =>
        _migrations.Keys.FirstOrDefault(id => string.Equals(id, nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private static SortedDictionary<string, TypeInfo> Gather(SiteModel model)
    {
        var found = new SortedDictionary<string, TypeInfo>(StringComparer.Ordinal);
        foreach (var type in model.Assemblies.SelectMany(assembly => assembly.DefinedTypes).Where(type => type.IsSubclassOf(typeof(Migration)) && !type.IsAbstract && !HostMigrations.IsOfHost(type)))
        {
            var id = type.GetCustomAttribute<MigrationAttribute>()?.Id
                ?? throw new InvalidOperationException($"The migration {type} has no [Migration] id.");
            if ((model.OnlyMigrations is null || model.OnlyMigrations.Contains(id)) && !found.TryAdd(id, type))
            {
                throw new InvalidOperationException($"Two migrations have the id '{id}': {found[id]} and {type}.");
            }
        }

        return found;
    }
}
