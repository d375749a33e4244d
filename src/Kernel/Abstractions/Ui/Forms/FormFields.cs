namespace ServicePlatform.Ui;

/// <summary>Names of the fields that the design system adds to forms.</summary>
public static class FormFields
{
    /// <summary>The hidden operation id of every form; a repeated post with the same one takes effect once.</summary>
    public const string OperationId = "__operation";

    /// <summary>The header that carries the operation id of a post without a form.</summary>
    public const string OperationIdHeader = "Operation-Id";
}
