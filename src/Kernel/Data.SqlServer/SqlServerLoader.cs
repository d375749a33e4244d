using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Data.SqlServer;

/// <summary>Bulk copies; foreign keys are switched off meanwhile and checked when they are switched on again.</summary>
internal sealed class SqlServerLoader(SqlConnection connection) : ITableLoader
{
    private const int ForeignKeyViolation = 547;

    private IReadOnlyList<LoadedTable> _tables = [];

    public async Task BeginAsync(IReadOnlyList<LoadedTable> tables, CancellationToken cancellationToken)
    {
        _tables = tables;
        foreach (var table in tables)
        {
            await RunAsync($"ALTER TABLE {Quote(table.Name)} NOCHECK CONSTRAINT ALL", cancellationToken);
        }

        foreach (var table in tables)
        {
            // The audit log refuses a deletion to everybody else, even where it is empty. One transaction, so that nothing leaves it unguarded.
            var name = Quote(table.Name);
            await RunAsync($"SET XACT_ABORT ON; BEGIN TRANSACTION; ALTER TABLE {name} DISABLE TRIGGER ALL; DELETE FROM {name}; ALTER TABLE {name} ENABLE TRIGGER ALL; COMMIT", cancellationToken);
        }
    }

    public Task<IRowWriter> OpenAsync(LoadedTable table, CancellationToken cancellationToken) => Task.FromResult<IRowWriter>(new Rows(connection, table));

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var table in _tables)
        {
            try
            {
                await RunAsync($"ALTER TABLE {Quote(table.Name)} WITH CHECK CHECK CONSTRAINT ALL", cancellationToken);
            }
            catch (SqlException exception) when (exception.Number == ForeignKeyViolation)
            {
                throw new InvalidDataException($"A row of {table.Name} refers to one that is not there.", exception);
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static async Task<IReadOnlyList<string>> NamesAsync(SqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new SqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static string Quote(string name) => "[" + name.Replace("]", "]]", StringComparison.Ordinal) + "]";

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new SqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Rows : IRowWriter
    {
        private const int Batch = 2000;

        private readonly SqlBulkCopy _copy;
        private readonly DataTable _rows = new() { Locale = CultureInfo.InvariantCulture };

        public Rows(SqlConnection connection, LoadedTable table)
        {
            _copy = new SqlBulkCopy(connection) { DestinationTableName = Quote(table.Name), BulkCopyTimeout = 0 };
            foreach (var column in table.Columns)
            {
                _rows.Columns.Add(column.Name, column.Type == typeof(DateOnly) ? typeof(DateTime) : column.Type);
                _copy.ColumnMappings.Add(column.Name, column.Name);
            }
        }

        public async Task WriteAsync(object?[] values, CancellationToken cancellationToken)
        {
            _rows.Rows.Add([.. values.Select(value => value is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : value ?? DBNull.Value)]);
            if (_rows.Rows.Count >= Batch)
            {
                await CompleteAsync(cancellationToken);
            }
        }

        public async Task CompleteAsync(CancellationToken cancellationToken)
        {
            await _copy.WriteToServerAsync(_rows, cancellationToken);
            _rows.Clear();
        }

        public ValueTask DisposeAsync()
        {
            ((IDisposable)_copy).Dispose();
            _rows.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
