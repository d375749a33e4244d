using System.Data.Common;

namespace ServicePlatform.Data.Providers;

/// <summary>What the tables of a database say about it, and whether more can be made.</summary>
public static class DatabaseFindings
{
    /// <summary>Marks a database that was being filled for a site and has not been finished.</summary>
    public const string UnfinishedTable = "Kernel_Unfinished";

    /// <param name="provider">Its provider.</param>
    /// <param name="connection">An open one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where nothing stands against it.</returns>
    public static async Task<DatabaseFinding?> OfTablesAsync(IDatabaseProvider provider, DbConnection connection, CancellationToken cancellationToken)
    {
        var tables = await provider.TablesAsync(connection, cancellationToken);
        if (tables.Count > 0 && !tables.Contains(UnfinishedTable, StringComparer.Ordinal))
        {
            return tables.Contains("Kernel_Users", StringComparer.Ordinal) || tables.Contains("Host_Sites", StringComparer.Ordinal) ? DatabaseFinding.OtherSite : DatabaseFinding.Occupied;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var create = connection.CreateCommand();
        create.Transaction = transaction;
        create.CommandText = "CREATE TABLE \"Kernel_Probe\" (\"Id\" int NOT NULL)";
        try
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException)
        {
            return DatabaseFinding.NoRight;
        }

        await transaction.RollbackAsync(cancellationToken);
        return tables.Count > 0 ? DatabaseFinding.Unfinished : null;
    }
}
