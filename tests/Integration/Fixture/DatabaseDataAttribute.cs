using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>
/// Runs a theory once for each database; a database that is not configured is reported as skipped by its name, and as failed
/// where the environment says that it must be there (CI). SQL Server runs where a server is named and is skipped everywhere else.
/// </summary>
public sealed class DatabaseDataAttribute : DataAttribute
{
    /// <summary>Connection string of a PostgreSQL server on which databases may be made and dropped.</summary>
    public const string PostgreSqlVariable = "SERVICEPLATFORM_TEST_POSTGRESQL";

    /// <summary>Connection string of a SQL Server on which databases may be made and dropped.</summary>
    public const string SqlServerVariable = "SERVICEPLATFORM_TEST_SQLSERVER";

    public static string? SqlServer => Environment.GetEnvironmentVariable(SqlServerVariable);

    public static string? PostgreSql => Environment.GetEnvironmentVariable(PostgreSqlVariable);

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            new TheoryDataRow<string>("Sqlite"),
            new TheoryDataRow<string>("PostgreSql") { Skip = PostgreSql is null && !MustHaveAll ? $"PostgreSQL is not configured: set {PostgreSqlVariable}." : null },
            new TheoryDataRow<string>("SqlServer") { Skip = SqlServer is null ? $"SQL Server is not configured: set {SqlServerVariable}." : null },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private static bool MustHaveAll => Environment.GetEnvironmentVariable("CI") == "true";
}
