using ServicePlatform.Data.PostgreSql;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sqlite;
using ServicePlatform.Host;
using ServicePlatform.Kernel;
using ServicePlatform.Screens;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddCommandLine(args, new Dictionary<string, string>(StringComparer.Ordinal) { ["--data"] = "Platform:DataFolder" });
builder.Services.AddSingleton<IDatabaseProvider, SqliteProvider>();
builder.Services.AddSingleton<IDatabaseProvider, PostgreSqlProvider>();
builder.Services.AddScreens();
builder.AddServicePlatform(PartAssemblies.Find());
builder.AddHostDatabase();

var app = builder.Build();
app.UseServicePlatform();
await app.StartAsync();
await app.StartSitesAsync(app.Lifetime.ApplicationStopping);
app.Services.GetRequiredService<Welcome>().Print();
await app.WaitForShutdownAsync();

/// <summary>The host's entry point; named so that tests can start it.</summary>
public partial class Program;
