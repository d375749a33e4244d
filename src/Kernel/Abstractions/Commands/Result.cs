using System.Diagnostics.CodeAnalysis;

namespace ServicePlatform.Commands;

/// <summary>The answer of a command that has nothing to say but that it is done.</summary>
public readonly record struct Done;

/// <summary>What a use case answers: a value, or the failure that a caller is expected to handle.</summary>
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, Failure? failure)
    {
        _value = value;
        Failure = failure;
    }

    public Failure? Failure { get; }

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <exception cref="InvalidOperationException">The result is a failure.</exception>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException($"No value: the result is the failure '{Failure.Code}'.");

    [SuppressMessage("Design", "CA1000", Justification = "Read as a constructor; the implicit operators serve most callers.")]
    public static Result<T> Success(T value) => new(value, null);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}

public static class Result
{
    public static Result<Done> Done { get; } = default(Done);
}
