using FluentValidation;
using FluentValidation.Results;
using MediatR;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Localization;

namespace ServicePlatform.Kernel.Pipeline;

internal sealed class ValidateCommand<TCommand, TResult>(IEnumerable<IValidator<TCommand>> validators, ModuleTexts texts)
    : IPipelineBehavior<CommandEnvelope<TCommand, TResult>, Result<TResult>>
    where TCommand : ICommand<TResult>
{
    public async Task<Result<TResult>> Handle(CommandEnvelope<TCommand, TResult> request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<TResult>> next)
    {
        var failures = new List<FieldFailure>();
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request.Command, cancellationToken);
            failures.AddRange(result.Errors.Select(error => FieldFailures.From(error, typeof(TCommand).Assembly, texts)));
        }

        return failures.Count > 0 ? Failure.Invalid(failures) : await next();
    }
}

internal sealed class ValidateQuery<TQuery, TResult>(IEnumerable<IValidator<TQuery>> validators, ModuleTexts texts)
    : IPipelineBehavior<QueryEnvelope<TQuery, TResult>, Result<TResult>>
    where TQuery : IQuery<TResult>
{
    public async Task<Result<TResult>> Handle(QueryEnvelope<TQuery, TResult> request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<TResult>> next)
    {
        var failures = new List<FieldFailure>();
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request.Query, cancellationToken);
            failures.AddRange(result.Errors.Select(error => FieldFailures.From(error, typeof(TQuery).Assembly, texts)));
        }

        return failures.Count > 0 ? Failure.Invalid(failures) : await next();
    }
}

internal static class FieldFailures
{
    /// <summary>FluentValidation has the words in the reader's language; only the name of the field is ours.</summary>
    public static FieldFailure From(ValidationFailure error, System.Reflection.Assembly module, ModuleTexts texts)
    {
        var message = error.ErrorMessage;
        var property = LastPart(error.PropertyName);
        if (error.FormattedMessagePlaceholderValues?.GetValueOrDefault("PropertyName") is string { Length: > 0 } shown
            && texts.Find(module, "Field." + property) is { } name)
        {
            message = message.Replace(shown, name, StringComparison.Ordinal);
        }

        return new FieldFailure(error.PropertyName, error.ErrorCode ?? "invalid") { Message = message };
    }

    private static string LastPart(string path)
    {
        var start = path.LastIndexOf('.') + 1;
        var end = path.IndexOf('[', start);
        return end < 0 ? path[start..] : path[start..end];
    }
}
