using System.Reflection;
using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using ServicePlatform.Commands;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Modules;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>What a plugin's assembly must be before any of it joins the host: mistakes that would otherwise break everybody.</summary>
internal static partial class PluginChecks
{
    private const string Recipes = "Recipes/";

    /// <summary>The first thing that is wrong; null for nothing.</summary>
    public static Failure? Of(Plugin plugin, Assembly assembly, int floor, ModuleCatalog catalog, IDatabaseProvider provider)
    {
        var contracts = assembly.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name == typeof(StartupBase).Assembly.GetName().Name);
        if (contracts?.Version is { } built && !plugin.Manifest!.IsFor(built))
        {
            return Failure.Unavailable("kernel.plugin-version", $"{built.Major}.{built.Minor}", PluginManifest.Offered);
        }

        if (assembly.GetCustomAttribute<ModuleAttribute>() is not { } module || module.Id != plugin.Id || module.Floor != floor || module.AlwaysEnabled || module.OperatorAreaOnly)
        {
            return Failure.Unavailable("kernel.plugin-module", plugin.Id, floor);
        }

        var types = assembly.GetTypes();
        return Messages(types, assembly) ?? Tables(types, plugin, provider) ?? Migrations(types, plugin) ?? RecipeNames(assembly, catalog);
    }

    /// <summary>Commands, queries and validators are its own: it cannot stand in for the product's.</summary>
    private static Failure? Messages(Type[] types, Assembly assembly)
    {
        var handled = new HashSet<Type>();
        foreach (var contract in types.Where(type => type is { IsClass: true, IsAbstract: false }).SelectMany(type => type.GetInterfaces()).Where(contract => contract.IsGenericType))
        {
            var shape = contract.GetGenericTypeDefinition();
            var message = contract.GenericTypeArguments[0];
            var isHandler = shape == typeof(ICommandHandler<,>) || shape == typeof(IQueryHandler<,>);
            if ((isHandler || shape == typeof(IValidator<>)) && message.Assembly != assembly)
            {
                return Failure.Unavailable("kernel.plugin-message", message.Name);
            }

            if (isHandler && (message.GetCustomAttributes<AccessRuleAttribute>().Count() != 1 || !handled.Add(message)))
            {
                return Failure.Unavailable("kernel.plugin-rule", message.Name);
            }
        }

        return null;
    }

    /// <summary>Its tables bear its id, so that they meet nobody's, and make a model by themselves.</summary>
    private static Failure? Tables(Type[] types, Plugin plugin, IDatabaseProvider provider)
    {
        var configurations = types
            .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false })
            .SelectMany(type => type.GetInterfaces())
            .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
            .Select(contract => contract.GenericTypeArguments[0])
            .ToList();
        if (configurations.Count == 0)
        {
            return null;
        }

        var assembly = types[0].Assembly;
        if (configurations.Find(entity => entity.Assembly != assembly) is { } foreign)
        {
            return Failure.Unavailable("kernel.plugin-table", foreign.Name, plugin.Id + "_");
        }

        using var probe = new SiteDbContext(SiteOptions.Build(provider, "Data Source=:memory:"), new SiteModel([assembly]), new DataScope(), new ScopeClock(TimeProvider.System));
        return probe.Model.GetEntityTypes().Where(entity => entity.ClrType.Assembly == assembly).Select(entity => entity.GetTableName()).FirstOrDefault(table => !IsOwn(table, plugin)) is { } table
            ? Failure.Unavailable("kernel.plugin-table", table, plugin.Id + "_")
            : null;
    }

    /// <summary>They change its own tables and nothing else.</summary>
    private static Failure? Migrations(Type[] types, Plugin plugin)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in types.Where(type => type.IsSubclassOf(typeof(Migration)) && !type.IsAbstract))
        {
            if (type.GetCustomAttribute<MigrationAttribute>()?.Id is not { } id || !MigrationForm().Match(id).Groups["plugin"].Value.Equals(plugin.Id, StringComparison.Ordinal) || !ids.Add(id))
            {
                return Failure.Unavailable("kernel.plugin-migration", type.Name, plugin.Id);
            }

            var migration = (Migration)Activator.CreateInstance(type)!;
            migration.ActiveProvider = "Microsoft.EntityFrameworkCore.Sqlite";
            foreach (var operation in migration.UpOperations)
            {
                var table = operation is RenameTableOperation rename ? rename.Name : (operation as ITableMigrationOperation)?.Table;
                if (!IsOwn(table, plugin))
                {
                    return Failure.Unavailable("kernel.plugin-table", table ?? operation.GetType().Name, plugin.Id + "_");
                }
            }
        }

        return null;
    }

    private static Failure? RecipeNames(Assembly assembly, ModuleCatalog catalog) =>
        assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Recipes, StringComparison.Ordinal))
            .FirstOrDefault(name => catalog.Modules.Any(module => module.Assembly.GetManifestResourceInfo(name) is not null)) is { } taken
            ? Failure.Unavailable("kernel.plugin-recipe", taken[Recipes.Length..])
            : null;

    private static bool IsOwn(string? table, Plugin plugin) => table?.StartsWith(plugin.Id + "_", StringComparison.Ordinal) == true;

    /// <summary>Day, floor and place in the day, plugin: <c>20261122_10001_Acme</c>.</summary>
    [GeneratedRegex(@"^\d{8}_1\d{4}_(?<plugin>[A-Za-z0-9]+)(_[A-Za-z0-9]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MigrationForm();
}
