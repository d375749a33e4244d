using ServicePlatform.Messaging.Contracts;

namespace ServicePlatform.Messaging.Sending;

/// <summary>Decides whether a customer may be written to now.</summary>
internal static class Peace
{
    /// <summary>The reason against it, or null. The customer's own wish comes first, then his night, then the count.</summary>
    /// <param name="localTime">Wall clock of the site.</param>
    /// <param name="hasConsent">He has agreed to marketing and has not taken it back.</param>
    /// <param name="sentInPeriod">Marketing messages that he has had in the period of the cap.</param>
    public static string? ReasonAgainst(MessageClass messageClass, TimeOnly localTime, bool hasConsent, int sentInPeriod, MessagingSettings settings) =>
        messageClass != MessageClass.Marketing ? null
        : !hasConsent ? BlockReasons.NoConsent
        : IsQuiet(localTime, settings) ? BlockReasons.QuietHours
        : sentInPeriod >= settings.MarketingCap ? BlockReasons.Cap
        : null;

    /// <summary>A message that either its template or its sender calls marketing is marketing, unless it is a matter of safety.</summary>
    public static MessageClass ClassOf(MessageClass template, MessageClass sender) =>
        sender == MessageClass.Safety && template == MessageClass.Safety ? MessageClass.Safety
        : template == MessageClass.Marketing || sender == MessageClass.Marketing ? MessageClass.Marketing
        : sender;

    public static bool IsQuiet(TimeOnly time, MessagingSettings settings) =>
        settings.QuietFrom <= settings.QuietUntil
            ? time >= settings.QuietFrom && time < settings.QuietUntil
            : time >= settings.QuietFrom || time < settings.QuietUntil;
}

/// <summary>Why a message was not sent. The words are the texts <c>Reason.{code}</c>.</summary>
internal static class BlockReasons
{
    public const string NoPhone = "no-phone";
    public const string NoTemplate = "no-template";
    public const string TemplateOff = "template-off";
    public const string ValueMissing = "value-missing";
    public const string NoConsent = "no-consent";
    public const string QuietHours = "quiet-hours";
    public const string Cap = "cap";
    public const string NoProvider = "no-provider";
    public const string Repeated = "repeated";
    public const string TooLate = "too-late";
}
