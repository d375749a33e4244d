using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Sqlite;
using ServicePlatform.MigrationWriter;
using ServicePlatform.Modules;

if (args is not [var module, var root])
{
    Console.Error.WriteLine("Usage: dotnet run --project tools/MigrationWriter -- <Module|Kernel> <folder of the repository>");
    return 2;
}

var assemblies = Directory.GetFiles(AppContext.BaseDirectory, "ServicePlatform.*.dll")
    .Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))
    .Where(assembly => assembly.GetCustomAttribute<ModuleAttribute>() is not null)
    .OrderBy(assembly => assembly.GetCustomAttribute<ModuleAttribute>()!.Floor)
    .ThenBy(assembly => assembly.FullName, StringComparer.Ordinal)
    .ToList();
var floor = assemblies.Select(assembly => assembly.GetCustomAttribute<ModuleAttribute>()!).SingleOrDefault(m => m.Id == module)?.Floor;
if (floor is null && module != "Kernel")
{
    Console.Error.WriteLine($"There is no module '{module}'.");
    return 2;
}

var options = SiteOptions.Build(new SqliteProvider(), "Data Source=:memory:");
using var context = new SiteDbContext(options, new SiteModel([typeof(SiteDbContext).Assembly, .. assemblies]), new DataScope(), new NoClock());
var model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
var operations = context.GetService<IMigrationsModelDiffer>().GetDifferences(null, model);
bool Mine(string table) => table.StartsWith(module + "_", StringComparison.Ordinal);

var creations = operations.Where(o => o is CreateTableOperation create && Mine(create.Name) || o is CreateIndexOperation index && Mine(index.Table)).ToList();
var target = module == "Kernel" ? "src/Kernel/Data/Migrations/Initial.cs" : $"src/Modules/{module}/Migrations/Initial.cs";
var nameSpace = module == "Kernel" ? "ServicePlatform.Data.Migrations" : $"ServicePlatform.{module}.Migrations";
var id = $"20261122_{floor ?? 0:D2}00_{module}";
var path = Path.Combine(root, target);
Directory.CreateDirectory(Path.GetDirectoryName(path)!);
File.WriteAllText(path, MigrationText.Write(creations, nameSpace, id));
Console.WriteLine($"{target}: {creations.OfType<CreateTableOperation>().Count()} tables");
return 0;
