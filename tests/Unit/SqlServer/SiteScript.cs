using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.SqlServer;
using ServicePlatform.Modules;
using ServicePlatform.Sites;

namespace ServicePlatform.UnitTests.SqlServer;

/// <summary>The SQL that makes a site's database on SQL Server, without a server: from the migrations of all modules, and from the model.</summary>
public sealed class SiteScript : IDisposable
{
    private readonly SiteDbContext _db;

    public SiteScript()
    {
        var modules = Directory.GetFiles(AppContext.BaseDirectory, "ServicePlatform.*.dll")
            .Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))
            .Where(assembly => assembly.GetCustomAttribute<ModuleAttribute>() is not null)
            .ToList();
        modules.Count.ShouldBeGreaterThan(6);
        var options = SiteOptions.Build(new SqlServerProvider(), "Server=nowhere;Database=none");
        _db = new SiteDbContext(options, new SiteModel([typeof(SiteDbContext).Assembly, .. modules]), new DataScope(), new NoClock());
        Text = _db.GetService<IMigrator>().GenerateScript();
        Migrated = SqlTables.Read(Text);
        Modelled = SqlTables.Read(_db.Database.GenerateCreateScript());
    }

    public SiteDbContext Db => _db;

    public string Text { get; }

    internal SqlTables Migrated { get; }

    internal SqlTables Modelled { get; }

    public void Dispose() => _db.Dispose();

    private sealed class NoClock : IClock
    {
        public DateTime UtcNow => DateTime.UnixEpoch;
    }
}
