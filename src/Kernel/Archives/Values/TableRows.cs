using System.Data.Common;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Archives.Values;

/// <summary>Reads the rows of a table, one after the other, into an array that is used again.</summary>
internal sealed class TableRows : IAsyncDisposable
{
    private readonly DbCommand _command;
    private readonly DbDataReader _reader;
    private readonly Func<DbDataReader, int, object>[] _readers;

    private TableRows(DbCommand command, DbDataReader reader, LoadedTable table)
    {
        (_command, _reader) = (command, reader);
        _readers = [.. table.Columns.Select(column => ReaderOf(column.Type))];
        Values = new object?[table.Columns.Count];
    }

    /// <summary>Of the present row.</summary>
    public object?[] Values { get; }

    public static async Task<TableRows> OpenAsync(DbConnection connection, DbTransaction? transaction, LoadedTable table, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))} FROM \"{table.Name}\"";
        return new TableRows(command, await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, cancellationToken), table);
    }

    public static async Task<long> CountAsync(DbConnection connection, DbTransaction? transaction, LoadedTable table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT COUNT(*) FROM \"{table.Name}\"";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await _reader.ReadAsync(cancellationToken))
        {
            return false;
        }

        for (var index = 0; index < Values.Length; index++)
        {
            Values[index] = _reader.IsDBNull(index) ? null : _readers[index](_reader, index);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _command.DisposeAsync();
    }

    private static Func<DbDataReader, int, object> ReaderOf(Type type) =>
        type == typeof(string) ? (reader, index) => reader.GetString(index)
        : type == typeof(Guid) ? (reader, index) => reader.GetGuid(index)
        : type == typeof(int) ? (reader, index) => reader.GetInt32(index)
        : type == typeof(long) ? (reader, index) => reader.GetInt64(index)
        : type == typeof(bool) ? (reader, index) => reader.GetBoolean(index)
        : type == typeof(double) ? (reader, index) => reader.GetDouble(index)
        : type == typeof(DateTime) ? (reader, index) => Whole(reader.GetDateTime(index))
        : type == typeof(DateTimeOffset) ? (reader, index) => new DateTimeOffset(Whole(reader.GetFieldValue<DateTimeOffset>(index).UtcDateTime))
        : type == typeof(DateOnly) ? (reader, index) => reader.GetFieldValue<DateOnly>(index)
        : type == typeof(TimeOnly) ? (reader, index) => reader.GetFieldValue<TimeOnly>(index)
        : (reader, index) => reader.GetFieldValue<byte[]>(index);

    /// <summary>Whole microseconds, the finest that every database keeps.</summary>
    private static DateTime Whole(DateTime time) => new(time.Ticks - (time.Ticks % 10), DateTimeKind.Utc);
}
