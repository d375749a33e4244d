using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Errors;

/// <summary>Title, cause and remedy by status, and by the failure where a use case has said one.</summary>
internal sealed class ErrorWords(IStringLocalizer<Texts> texts, IFailureText failures)
{
    public string Title(int status) => Find(status, "Title");

    public string Happened(int status, FailureFeature? failure) => failure is null
        ? Find(status, "Happened")
        : failure.Failure.Fields.Count == 0 ? failures.Describe(failure.Failure) : string.Join(' ', failure.Failure.Fields.Select(failures.Describe));

    public string Remedy(int status) => Find(status, "Remedy");

    /// <summary>Null where nothing was sent that could be lost.</summary>
    public string? Kept(int status, bool wasSent, FailureFeature? failure) =>
        !wasSent || failure?.Failure.Code == "kernel.form-stale" ? null : texts[status == 500 ? "Error.Kept.Unknown" : "Error.Kept.Nothing"].Value;

    private string Find(int status, string part)
    {
        var own = texts[$"Error.{status}.{part}"];
        return own.ResourceNotFound ? texts[$"Error.{(status < 500 ? 400 : 500)}.{part}"] : own;
    }
}
