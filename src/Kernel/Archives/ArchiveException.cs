using ServicePlatform.Commands;

namespace ServicePlatform.Archives;

/// <summary>An archive or a database that cannot be used, in words for the operator.</summary>
public sealed class ArchiveException : Exception
{
    public ArchiveException(string code, params object[] arguments)
        : base($"{code}: {string.Join(", ", arguments)}") => Failure = Failure.Conflict("operator." + code, arguments);

    public ArchiveException(Exception inner, string code, params object[] arguments)
        : base($"{code}: {string.Join(", ", arguments)}", inner) => Failure = Failure.Conflict("operator." + code, arguments);

    /// <summary>Its words are the text <c>Failure.operator.{code}</c>.</summary>
    public Failure Failure { get; }
}

/// <summary>Told how far the work has come; may throw to stop it.</summary>
/// <param name="done">Rows and files done.</param>
/// <param name="total">Rows and files in all; null while unknown.</param>
public delegate Task ArchiveReport(long done, long? total);
