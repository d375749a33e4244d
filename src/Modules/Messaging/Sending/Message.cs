using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Templates;

namespace ServicePlatform.Messaging.Sending;

internal enum MessageState
{
    /// <summary>Waits for its delivery.</summary>
    Queued,
    Sent,

    /// <summary>Refused for good, or given up after a day.</summary>
    Failed,

    /// <summary>Not to be sent; the reason says why.</summary>
    Blocked,
}

/// <summary>One message in the log. The text is kept as it left; codes are not.</summary>
internal sealed class Message : Entity
{
    public required Guid? CustomerId { get; init; }

    public required Guid? PrincipalId { get; init; }

    /// <summary>Organisation whose job it is about; null where it belongs to the head office alone.</summary>
    public string? OrganisationPath { get; init; }

    public required string TemplateCode { get; init; }

    public required MessageClass Class { get; init; }

    public required MessageLanguage Language { get; init; }

    public required string AboutKind { get; init; }

    public required Guid AboutId { get; init; }

    /// <summary>E.164; empty where the customer has no phone.</summary>
    public required string To { get; init; }

    public required string Text { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC time after which it is not worth sending; null for as long as it is tried.</summary>
    public DateTime? GoodUntil { get; init; }

    public MessageState State { get; private set; } = MessageState.Queued;

    /// <summary>Why it was blocked or has failed; the words are the text <c>Reason.{code}</c>.</summary>
    public string? Reason { get; private set; }

    public string? Provider { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>UTC time at which it left, was blocked or given up.</summary>
    public DateTime? FinishedAt { get; private set; }

    public void Block(string reason, DateTime at)
    {
        State = MessageState.Blocked;
        Reason = reason;
        FinishedAt = at;
    }

    public void Leave(string provider, int attempt, DateTime at)
    {
        State = MessageState.Sent;
        Provider = provider;
        Attempts = attempt;
        Reason = null;
        FinishedAt = at;
    }

    /// <summary>Nobody took it so far; it is tried again.</summary>
    public void Postpone(string? reason, int attempt)
    {
        State = MessageState.Queued;
        FinishedAt = null;
        Reason = reason;
        Attempts = attempt;
    }

    public void GiveUp(string reason, int attempt, DateTime at)
    {
        State = MessageState.Failed;
        Attempts = attempt;
        Reason = reason;
        FinishedAt = at;
    }
}
