namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is written.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

/// <summary>A user-defined type that writes and reads itself.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}

/// <summary>A type is not fit to be a user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    internal InvalidUdtException()
    {
    }

    internal InvalidUdtException(string message)
        : base(message)
    {
    }

    internal InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="udtType">The type.</param>
    /// <param name="resourceReason">What is wrong with it.</param>
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType.FullName}' is not a user-defined type: {resourceReason}");
}

/// <summary>Marks a class or structure as a user-defined type of the database.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>Bytes of the longest value; -1 for no limit.</summary>
    public int MaxByteSize { get; set; }

    public bool IsFixedLength { get; set; }

    public bool IsByteOrdered { get; set; }

    public Format Format { get; } = format;

    public string? ValidationMethodName { get; set; }

    public string? Name { get; set; }
}

/// <summary>Size and precision of what a user-defined type's member gives back.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue | AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public class SqlFacetAttribute : Attribute
{
    public bool IsFixedLength { get; set; }

    public int MaxSize { get; set; }

    public int Precision { get; set; }

    public int Scale { get; set; }

    public bool IsNullable { get; set; }
}
