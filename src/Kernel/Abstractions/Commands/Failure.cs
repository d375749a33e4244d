namespace ServicePlatform.Commands;

public enum FailureKind
{
    /// <summary>The input is wrong; fields say where (422, or 400 where it could not be read).</summary>
    Invalid,

    /// <summary>It does not exist, or the actor may not know that it does (404).</summary>
    NotFound,

    /// <summary>The actor may not do this (403; 401 where nobody is signed in).</summary>
    Forbidden,

    /// <summary>The thing is not in a state that allows this, or somebody changed it meanwhile (409).</summary>
    Conflict,

    /// <summary>Too many attempts (429).</summary>
    TooMany,

    /// <summary>Something needed is out of order for now (503).</summary>
    Unavailable,

    /// <summary>There is no room left to keep it (507).</summary>
    NoSpace,
}

/// <summary>
/// An expected failure. Its words are the text <c>Failure.{Code}</c> of the module's resources, formatted with
/// <see cref="Arguments"/>, so that the same failure reads well in every language.
/// </summary>
/// <param name="Code">Stable code in lower case: <c>orders.wrong-state</c>. The first part is the module's.</param>
public sealed record Failure(FailureKind Kind, string Code)
{
    /// <summary>Values for the placeholders {0}, {1} ... of the text.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];

    public IReadOnlyList<FieldFailure> Fields { get; init; } = [];

    /// <summary>Both versions, where a stale write was refused.</summary>
    public VersionConflict? Versions { get; init; }

    /// <summary>When it is worth trying again, where that is known; the answer carries it as <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Failure NotFound(string code, params object[] arguments) => new(FailureKind.NotFound, code) { Arguments = arguments };

    public static Failure Forbidden(string code = "kernel.forbidden", params object[] arguments) => new(FailureKind.Forbidden, code) { Arguments = arguments };

    public static Failure Conflict(string code, params object[] arguments) => new(FailureKind.Conflict, code) { Arguments = arguments };

    public static Failure TooMany(string code, params object[] arguments) => new(FailureKind.TooMany, code) { Arguments = arguments };

    public static Failure Unavailable(string code, params object[] arguments) => new(FailureKind.Unavailable, code) { Arguments = arguments };

    /// <summary>One field is wrong. <paramref name="field"/> is the property's name or path: <c>Phones[0].Number</c>.</summary>
    public static Failure Invalid(string field, string code, params object[] arguments) =>
        new(FailureKind.Invalid, "kernel.invalid") { Fields = [new FieldFailure(field, code) { Arguments = arguments }] };

    public static Failure Invalid(IReadOnlyList<FieldFailure> fields) => new(FailureKind.Invalid, "kernel.invalid") { Fields = fields };
}

/// <summary>What is wrong with one field, and in <see cref="Message"/> the words if a validator has already said them.</summary>
public sealed record FieldFailure(string Field, string Code)
{
    public IReadOnlyList<object> Arguments { get; init; } = [];

    public string? Message { get; init; }
}

/// <summary>A stale write: the version that the writer had seen and the one that stands.</summary>
public sealed record VersionConflict(int Seen, int Current);

/// <summary>The words of a failure in the language of the current scope.</summary>
public interface IFailureText
{
    string Describe(Failure failure);

    string Describe(FieldFailure failure);
}
