namespace ServicePlatform.Crm.Customers;

internal static class Blanks
{
    /// <summary>Null for a text of blanks, which forms send for an empty field.</summary>
    public static string? Blank(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
