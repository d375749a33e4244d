namespace ServicePlatform.Messaging.Providers;

/// <summary>Settings: the gateway that takes messages to phones (docs/sms-gateway.md).</summary>
internal sealed record SmsSettings
{
    public const string Purpose = "messaging.sms";

    public bool IsOn { get; init; }

    /// <summary>Where the request goes; https.</summary>
    public string Address { get; init; } = "";

    /// <summary>Signature or number that the gateway shows as the sender; may be empty.</summary>
    public string Sender { get; init; } = "";

    /// <summary>Empty for none.</summary>
    public string SealedSecret { get; init; } = "";
}

internal enum EmailEncryption
{
    /// <summary>The connection is encrypted before anything is said (STARTTLS).</summary>
    StartTls,

    /// <summary>Only for a server on the same machine or network.</summary>
    None,
}

/// <summary>Settings: the server that takes e-mail.</summary>
internal sealed record EmailSettings
{
    public const string Purpose = "messaging.email";

    public bool IsOn { get; init; }

    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public EmailEncryption Encryption { get; init; } = EmailEncryption.StartTls;

    /// <summary>Empty for a server that asks for none.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Empty for none.</summary>
    public string SealedPassword { get; init; } = "";

    public string FromAddress { get; init; } = "";

    public string FromName { get; init; } = "";
}
