using System.Reflection;
using Microsoft.Data.SqlClient;
using ServicePlatform.Data.SqlServer;

namespace ServicePlatform.UnitTests.SqlServer;

public sealed class FaultTests
{
    private readonly SqlServerProvider _provider = new();

    [Theory]
    [InlineData(2601, 14)]
    [InlineData(2627, 14)]
    public void Numbers_of_duplicates_are_known(int number, byte severity)
    {
        _provider.IsUniqueViolation(Fault(number, severity)).ShouldBeTrue();
        _provider.IsUnavailable(Fault(number, severity)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1205, 13)]
    [InlineData(-2, 11)]
    [InlineData(4060, 11)]
    [InlineData(18456, 14)]
    [InlineData(10054, 20)]
    [InlineData(9002, 17)]
    [InlineData(40613, 17)]
    [InlineData(21, 24)]
    public void Numbers_of_a_database_out_of_reach_are_known(int number, byte severity)
    {
        _provider.IsUnavailable(Fault(number, severity)).ShouldBeTrue();
        _provider.IsUniqueViolation(Fault(number, severity)).ShouldBeFalse();
    }

    /// <summary>A wrong statement, a missing column, a value too long, a broken foreign key: faults of ours, to be seen as such.</summary>
    [Theory]
    [InlineData(102, 15)]
    [InlineData(207, 16)]
    [InlineData(2628, 16)]
    [InlineData(547, 16)]
    public void Faults_of_a_statement_are_neither(int number, byte severity)
    {
        _provider.IsUnavailable(Fault(number, severity)).ShouldBeFalse();
        _provider.IsUniqueViolation(Fault(number, severity)).ShouldBeFalse();
    }

    [Fact]
    public void Several_writers_are_let_in() => _provider.CreateWriteGate().IsNeeded.ShouldBeFalse();

    [Fact]
    public async Task A_connection_string_without_a_database_is_refused() =>
        await Should.ThrowAsync<ArgumentException>(() => _provider.CreateDatabaseAsync("Server=nowhere", TestContext.Current.CancellationToken));

    /// <summary>The client offers no way to make one: its own factory is used.</summary>
    private static SqlException Fault(int number, byte severity)
    {
        const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        var constructor = typeof(SqlError).GetConstructors(Hidden).OrderBy(candidate => candidate.GetParameters().Length).First(candidate => candidate.GetParameters()[0].ParameterType == typeof(int));
        var values = constructor.GetParameters().Select(parameter => parameter.Name switch
        {
            "infoNumber" => number,
            "errorClass" => severity,
            _ when parameter.ParameterType == typeof(string) => "test",
            _ when parameter.HasDefaultValue => parameter.DefaultValue,
            _ => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null,
        }).ToArray();
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [constructor.Invoke(values)]);
        var create = typeof(SqlException).GetMethods(Hidden).Where(method => method.Name == "CreateException").OrderBy(method => method.GetParameters().Length).First();
        return (SqlException)create.Invoke(null, [.. create.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(SqlErrorCollection) ? errors : parameter.ParameterType == typeof(string) ? "16.0" : parameter.HasDefaultValue ? parameter.DefaultValue : null)])!;
    }
}
