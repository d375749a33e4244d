using ServicePlatform.Archives;
using ServicePlatform.Data.PostgreSql;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sqlite;
using ServicePlatform.Data.SqlServer;
using ServicePlatform.Host;
using ServicePlatform.Kernel;
using ServicePlatform.Screens;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddCommandLine(args, new Dictionary<string, string>(StringComparer.Ordinal) { ["--data"] = "Platform:DataFolder" });
    builder.Services.AddSingleton<IDatabaseProvider, SqliteProvider>();
    builder.Services.AddSingleton<IDatabaseProvider, PostgreSqlProvider>();
    builder.Services.AddSingleton<IDatabaseProvider, SqlServerProvider>();
    builder.Services.AddScreens();
    builder.Services.AddArchives();
    builder.AddServicePlatform(PartAssemblies.Find());
    builder.AddHostDatabase();
    var isListening = false;

    // What keeps the host from listening is said once, below.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", _ => isListening);

    var app = builder.Build();
    app.UseServicePlatform();
    await app.OpenHostDatabaseAsync(app.Lifetime.ApplicationStopping);
    await app.StartAsync();
    isListening = true;
    await app.StartSitesAsync(app.Lifetime.ApplicationStopping);
    app.Services.GetRequiredService<Welcome>().Print();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (OperationCanceledException)
{
    // Stopped while it started.
    return 0;
}
catch (Exception exception) when (StartFaults.Describe(exception) is not null)
{
    await Console.Error.WriteLineAsync(StartFaults.Describe(exception));
    return 1;
}

/// <summary>The host's entry point; named so that tests can start it.</summary>
public partial class Program;
