using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>The SQLite file of one site cannot grow until this is disposed: SQLite then answers as it does where the disk is full.</summary>
public sealed class FullDisk : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const long NoLimit = 1_073_741_823;

    private readonly string _file;
    private readonly List<IDisposable> _subscriptions = [];
    private volatile bool _isFull = true;

    public FullDisk(string file)
    {
        _file = file;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Somebody has made room.</summary>
    public void Free() => _isFull = false;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.ConnectionOpened.Name || value.Value is not ConnectionEventData { Connection: SqliteConnection connection } || connection.DataSource != _file)
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        var pages = (long)command.ExecuteScalar()!;
        command.CommandText = $"PRAGMA max_page_count={(_isFull ? pages : NoLimit)}";
        command.ExecuteScalar();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
