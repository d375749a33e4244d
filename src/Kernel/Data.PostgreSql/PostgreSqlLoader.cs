using Npgsql;
using NpgsqlTypes;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Data.PostgreSql;

/// <summary>Binary COPY, all tables in one transaction: they are filled together or not at all.</summary>
internal sealed class PostgreSqlLoader(NpgsqlConnection connection) : ITableLoader
{
    private NpgsqlTransaction? _transaction;
    private List<string> _putBack = [];

    public async Task BeginAsync(IReadOnlyList<LoadedTable> tables, CancellationToken cancellationToken)
    {
        _transaction = await connection.BeginTransactionAsync(cancellationToken);
        var keys = await NamesAsync(connection, ForeignKeys("'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid)"), cancellationToken);
        foreach (var drop in await NamesAsync(connection, ForeignKeys("'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname)"), cancellationToken))
        {
            await RunAsync(drop, cancellationToken);
        }

        var indexes = await NamesAsync(connection, Indexes("pg_get_indexdef(i.indexrelid)"), cancellationToken);
        foreach (var drop in await NamesAsync(connection, Indexes("'DROP INDEX ' || i.indexrelid::regclass"), cancellationToken))
        {
            await RunAsync(drop, cancellationToken);
        }

        _putBack = [.. indexes, .. keys];
        foreach (var table in tables)
        {
            // What an earlier try has filled goes too, also the rows of the audit log, which refuses that to everybody else.
            await RunAsync($"ALTER TABLE {Quote(table.Name)} DISABLE TRIGGER USER", cancellationToken);
            await RunAsync("DELETE FROM " + Quote(table.Name), cancellationToken);
            await RunAsync($"ALTER TABLE {Quote(table.Name)} ENABLE TRIGGER USER", cancellationToken);
        }
    }

    public async Task<IRowWriter> OpenAsync(LoadedTable table, CancellationToken cancellationToken)
    {
        var import = await connection.BeginBinaryImportAsync(
            $"COPY {Quote(table.Name)} ({string.Join(", ", table.Columns.Select(column => Quote(column.Name)))}) FROM STDIN (FORMAT BINARY)",
            cancellationToken);
        import.Timeout = TimeSpan.FromHours(1);
        return new Rows(import, table);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var put in _putBack)
            {
                await RunAsync(put, cancellationToken);
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new InvalidDataException($"A row of {exception.TableName} refers to one that is not there.", exception);
        }

        await _transaction!.CommitAsync(cancellationToken);
        await RunAsync("ANALYZE", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }
    }

    internal static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static string ForeignKeys(string what) => $"SELECT {what} FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY oid";

    private static string Indexes(string what) =>
        $"SELECT {what} FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = current_schema()::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY i.indexrelid";

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        // An index of a large table takes its time.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Rows(NpgsqlBinaryImporter import, LoadedTable table) : IRowWriter
    {
        private readonly NpgsqlDbType[] _types = [.. table.Columns.Select(column => TypeOf(column.Type))];

        public async Task WriteAsync(object?[] values, CancellationToken cancellationToken)
        {
            await import.StartRowAsync(cancellationToken);
            for (var index = 0; index < values.Length; index++)
            {
                if (values[index] is { } value)
                {
                    await import.WriteAsync(value, _types[index], cancellationToken);
                }
                else
                {
                    await import.WriteNullAsync(cancellationToken);
                }
            }
        }

        public async Task CompleteAsync(CancellationToken cancellationToken) => await import.CompleteAsync(cancellationToken);

        public ValueTask DisposeAsync() => import.DisposeAsync();

        private static NpgsqlDbType TypeOf(Type type) =>
            type == typeof(string) ? NpgsqlDbType.Text
            : type == typeof(Guid) ? NpgsqlDbType.Uuid
            : type == typeof(int) ? NpgsqlDbType.Integer
            : type == typeof(long) ? NpgsqlDbType.Bigint
            : type == typeof(bool) ? NpgsqlDbType.Boolean
            : type == typeof(double) ? NpgsqlDbType.Double
            : type == typeof(DateTime) || type == typeof(DateTimeOffset) ? NpgsqlDbType.TimestampTz
            : type == typeof(DateOnly) ? NpgsqlDbType.Date
            : type == typeof(TimeOnly) ? NpgsqlDbType.Time
            : NpgsqlDbType.Bytea;
    }
}
