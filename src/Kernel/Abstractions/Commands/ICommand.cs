namespace ServicePlatform.Commands;

/// <summary>
/// Changes something. Carries an access rule (<see cref="Security.AccessRuleAttribute"/>). It is authorised, validated, run in
/// one transaction and audited; sent inside another command it joins that one's transaction.
/// </summary>
public interface ICommand<TResult>;

/// <summary>A command that answers nothing but success or failure.</summary>
public interface ICommand : ICommand<Done>;

/// <summary>Asks something and changes nothing. Carries an access rule; rows are filtered by the actor's scope.</summary>
public interface IQuery<TResult>;

public interface ICommandHandler<in TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    Task<Result<TResult>> HandleAsync(TCommand command, CancellationToken cancellationToken);
}

public interface IQueryHandler<in TQuery, TResult>
    where TQuery : IQuery<TResult>
{
    Task<Result<TResult>> HandleAsync(TQuery query, CancellationToken cancellationToken);
}

/// <summary>The one way to commands and queries. Handlers are found in the modules; where the feature of a handler is off, the answer is not found.</summary>
public interface ISender
{
    Task<Result<TResult>> SendAsync<TResult>(ICommand<TResult> command, CancellationToken cancellationToken = default);

    Task<Result<TResult>> AskAsync<TResult>(IQuery<TResult> query, CancellationToken cancellationToken = default);
}

/// <summary>The operation id that the current request carries: a hidden form field or the header <c>Operation-Id</c>.</summary>
public interface IOperationContext
{
    /// <summary>Null where the caller sent none; the command then runs without protection from repeats.</summary>
    string? OperationId { get; }
}

/// <summary>Marks a command whose answer must not be stored for replays (tokens, codes).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnswerNotStoredAttribute : Attribute;
