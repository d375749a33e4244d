using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>Keeps the last exceptions that the host has logged, so that a failing test can say why a page did not answer.</summary>
public sealed class FaultLog : ILoggerProvider
{
    private const int Kept = 50;

    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>The last one: type, message and the first places of the product in its stack.</summary>
    public string Last => _faults.LastOrDefault() ?? "";

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private void Keep(Exception exception)
    {
        var places = (exception.StackTrace ?? "").Split('\n').Select(line => line.Trim()).ToList();
        _faults.Enqueue($"{exception.GetType().Name}: {exception.GetBaseException().Message} | {places[0]} | {string.Join(" < ", places.Where(line => line.Contains("ServicePlatform", StringComparison.Ordinal)).Take(2))}");
        while (_faults.Count > Kept)
        {
            _faults.TryDequeue(out _);
        }
    }

    private sealed class Logger(FaultLog owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && logLevel >= LogLevel.Error)
            {
                owner.Keep(exception);
            }
        }
    }
}
