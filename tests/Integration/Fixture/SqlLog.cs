using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>The statements that a part of a test sends, and how SQLite answers them.</summary>
public sealed class SqlLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly AsyncLocal<bool> _isOn = new();
    private readonly List<IDisposable> _subscriptions = [];

    public SqlLog() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public List<(string Sql, List<(string Name, object? Value)> Parameters)> Sent { get; } = [];

    public async Task RunAsync(Func<Task> act)
    {
        _isOn.Value = true;
        await act();
        _isOn.Value = false;
    }

    /// <summary>The plan of each sent statement that names the table.</summary>
    public Task<List<string>> PlansAsync(TestSite site, string table) => site.ReadAsync(async db =>
    {
        var plans = new List<string>();
        foreach (var (sql, parameters) in Sent.Where(sent => sent.Sql.Contains(table, StringComparison.Ordinal)))
        {
            plans.Add(await PlanAsync(db, sql, parameters));
        }

        return plans;
    });

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (_isOn.Value && value is { Value: CommandEventData data } && value.Key == RelationalEventId.CommandExecuting.Name)
        {
            lock (Sent)
            {
                Sent.Add((data.Command.CommandText, [.. data.Command.Parameters.Cast<System.Data.Common.DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private static async Task<string> PlanAsync(SiteDbContext db, string sql, List<(string Name, object? Value)> parameters)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        parameters.ForEach(parameter => command.Parameters.Add(new SqliteParameter(parameter.Name, parameter.Value)));
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }
}
