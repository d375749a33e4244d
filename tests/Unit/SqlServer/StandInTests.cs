using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;

namespace ServicePlatform.UnitTests.SqlServer;

/// <summary>The stand-in for Microsoft.SqlServer.Server has all that the client asks of it (docs/decisions/0005).</summary>
public sealed class StandInTests
{
    private const string StandIn = "Microsoft.SqlServer.Server";

    private static readonly BindingFlags All = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    [Fact]
    public void Every_type_and_member_that_the_client_refers_to_is_there()
    {
        using var file = File.OpenRead(typeof(SqlCommand).Assembly.Location);
        using var image = new PEReader(file);
        var client = image.GetMetadataReader();
        var types = client.TypeReferences.Where(handle => IsOfStandIn(client, handle)).ToList();
        types.ShouldNotBeEmpty();

        var missing = types.Where(handle => Find(client, handle) is null).Select(handle => Name(client, handle))
            .Concat(client.MemberReferences.Select(client.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference && types.Contains((TypeReferenceHandle)member.Parent))
                .Where(member => Find(client, (TypeReferenceHandle)member.Parent)?.GetMember(client.GetString(member.Name), All).Length is null or 0)
                .Select(member => $"{Name(client, (TypeReferenceHandle)member.Parent)}.{client.GetString(member.Name)}"));

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void The_client_loads_the_stand_in()
    {
        var wanted = typeof(SqlCommand).Assembly.GetReferencedAssemblies().Single(name => name.Name == StandIn);

        var loaded = Assembly.Load(wanted);

        loaded.ShouldBe(typeof(SqlUserDefinedTypeAttribute).Assembly);
        loaded.GetName().Version.ShouldBe(wanted.Version);
    }

    /// <summary>Without the assembly the client throws here, on the first parameter.</summary>
    [Fact]
    public void A_command_with_parameters_can_be_made()
    {
        using var command = new SqlCommand("SELECT @text, @number, @id, @at, @bytes");
        command.Parameters.AddWithValue("@text", "净水");
        command.Parameters.AddWithValue("@number", 42L);
        command.Parameters.AddWithValue("@id", Guid.NewGuid());
        command.Parameters.AddWithValue("@at", new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc));
        command.Parameters.AddWithValue("@bytes", new byte[] { 1 });
        command.Parameters.Add(new SqlParameter("@own", System.Data.SqlDbType.Udt) { UdtTypeName = "dbo.Place", Value = DBNull.Value });

        command.Parameters.Cast<SqlParameter>().Select(parameter => parameter.SqlDbType)
            .ShouldBe([System.Data.SqlDbType.NVarChar, System.Data.SqlDbType.BigInt, System.Data.SqlDbType.UniqueIdentifier, System.Data.SqlDbType.DateTime, System.Data.SqlDbType.VarBinary, System.Data.SqlDbType.Udt]);
    }

    private static bool IsOfStandIn(MetadataReader reader, TypeReferenceHandle handle) =>
        reader.GetTypeReference(handle).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == StandIn;

    private static string Name(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    private static Type? Find(MetadataReader reader, TypeReferenceHandle handle) =>
        typeof(SqlUserDefinedTypeAttribute).Assembly.GetType(Name(reader, handle)) is { IsPublic: true } found ? found : null;
}
