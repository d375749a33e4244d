using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Migrations;

/// <summary>
/// Gathers the migrations of the kernel and of every module into one history, ordered by id. Ids start with the date:
/// <c>20261122_0100_Crm</c>; within a day lower floors come first. Plugins' are gathered one plugin at a time.
/// </summary>
[SuppressMessage("Usage", "EF1001", Justification = "IMigrationsAssembly is the documented place to find migrations elsewhere.")]
internal sealed class ModuleMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private readonly SortedDictionary<string, TypeInfo> _migrations = Gather((SiteDbContext)current.Context);

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

    private static IEnumerable<Assembly> AssembliesOf(SiteDbContext context) =>
        context.ModelParts.Assemblies.Where(assembly => assembly == context.MigratingPlugin || !context.ModelParts.Plugins.Contains(assembly));

    private static SortedDictionary<string, TypeInfo> Gather(SiteDbContext context)
    {
        var found = new SortedDictionary<string, TypeInfo>(StringComparer.Ordinal);
        foreach (var type in AssembliesOf(context).SelectMany(assembly => assembly.DefinedTypes).Where(type => type.IsSubclassOf(typeof(Migration)) && !type.IsAbstract && !HostMigrations.IsOfHost(type)))
        {
            var id = type.GetCustomAttribute<MigrationAttribute>()?.Id
                ?? throw new InvalidOperationException($"The migration {type} has no [Migration] id.");
            if ((context.ModelParts.OnlyMigrations is not { } only || only.Contains(id)) && !found.TryAdd(id, type))
            {
                throw new InvalidOperationException($"Two migrations have the id '{id}': {found[id]} and {type}.");
            }
        }

        return found;
    }
}
