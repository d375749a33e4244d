using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>Keeps all that is logged while somebody records: message, properties, scopes and exceptions, each line as one text.</summary>
public sealed class LogBook : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentDictionary<Recording, bool> _recordings = new();

    private IExternalScopeProvider? _scopes;

    /// <summary>Records until it is disposed.</summary>
    public Recording Record()
    {
        var recording = new Recording(this);
        _recordings[recording] = true;
        return recording;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private void Write(string line)
    {
        foreach (var recording in _recordings.Keys)
        {
            recording.Lines.Enqueue(line);
        }
    }

    public sealed class Recording(LogBook book) : IDisposable
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public string All => string.Join('\n', Lines);

        public void Dispose() => book._recordings.TryRemove(this, out _);
    }

    private sealed class Logger(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => book._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => !book._recordings.IsEmpty;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var parts = new List<string> { $"{logLevel} {category}: {formatter(state, exception)}", Values(state), exception?.ToString() ?? "" };
            book._scopes?.ForEachScope((scope, kept) => kept.Add($"[{scope} {Values(scope)}]"), parts);
            book.Write(string.Join(" | ", parts));
        }

        private static string Values(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(", ", values.Select(value => $"{value.Key}={value.Value}")) : "";
    }
}
