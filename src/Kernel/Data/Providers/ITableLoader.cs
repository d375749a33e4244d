namespace ServicePlatform.Data.Providers;

/// <summary>
/// Fills the tables of a database that nobody else uses, as fast as the engine can: what slows rows down is set aside first and put
/// back at the end, when every foreign key is checked.
/// </summary>
public interface ITableLoader : IAsyncDisposable
{
    /// <summary>Empties the tables and sets indexes and foreign keys aside.</summary>
    Task BeginAsync(IReadOnlyList<LoadedTable> tables, CancellationToken cancellationToken);

    /// <summary>Opens a table for rows; one at a time.</summary>
    Task<IRowWriter> OpenAsync(LoadedTable table, CancellationToken cancellationToken);

    /// <summary>Puts back what was set aside, and makes everything durable.</summary>
    /// <exception cref="InvalidDataException">A row refers to one that is not there.</exception>
    Task CompleteAsync(CancellationToken cancellationToken);
}

/// <summary>Takes the rows of one table.</summary>
public interface IRowWriter : IAsyncDisposable
{
    /// <param name="values">One for each column, of its <see cref="LoadedColumn.Type"/> or null. The array may be used again.</param>
    Task WriteAsync(object?[] values, CancellationToken cancellationToken);

    Task CompleteAsync(CancellationToken cancellationToken);
}

/// <param name="Name">Of the table.</param>
public sealed record LoadedTable(string Name, IReadOnlyList<LoadedColumn> Columns);

/// <param name="Type">string, Guid, int, long, bool, double, DateTime (UTC), DateTimeOffset (UTC), DateOnly, TimeOnly or byte[].</param>
public sealed record LoadedColumn(string Name, Type Type);
