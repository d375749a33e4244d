using Microsoft.Data.SqlClient;

namespace ServicePlatform.Data.SqlServer;

/// <summary>What SQL Server's error numbers mean to the product (Microsoft's list of database engine errors).</summary>
internal static class SqlServerFaults
{
    /// <summary>From this severity on the connection is gone.</summary>
    private const byte Fatal = 20;

    public const int NoSuchDatabase = 4060;
    public const int DatabaseExists = 1801;
    public const int SignInFailed = 18456;

    private static readonly HashSet<int> Unique =
    [
        2601, // unique index
        2627, // unique or primary key constraint
    ];

    private static readonly HashSet<int> OutOfOrder =
    [
        -2, // time-out of a statement
        1205, // chosen as the victim of a deadlock
        1222, // time-out of a lock
        3960, // a snapshot was overtaken
        NoSuchDatabase, SignInFailed, 18486, 18487, 18488, // sign-in refused
        2, 20, 26, 40, 53, 64, 121, 233, 258, 10053, 10054, 10060, 10061, 11001, // network
        596, 6005, 17142, // session killed, server shutting down or paused
        701, 802, 8645, 8651, // memory
        823, 824, 825, 829, // disk
        1101, 1105, 9002, // disk or log full
        904, 905, 922, 923, 924, 926, 927, 942, 945, 952, 3906, 5120, // database closed, recovering, suspect, read-only
        976, 978, 983, // secondary replica
        10928, 10929, 40143, 40197, 40501, 40540, 40544, 40549, 40550, 40551, 40552, 40553, 40613, 49918, 49919, 49920, // hosted: busy, moved, quota
    ];

    public static bool IsUnique(SqlException exception) => exception.Errors.Cast<SqlError>().Any(error => Unique.Contains(error.Number));

    public static bool IsOutOfOrder(SqlException exception) =>
        exception.Class >= Fatal || exception.Errors.Cast<SqlError>().Any(error => OutOfOrder.Contains(error.Number));
}
