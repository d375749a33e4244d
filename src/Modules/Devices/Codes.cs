namespace ServicePlatform.Devices;

internal static class Codes
{
    /// <summary>Lower-case words with dashes.</summary>
    public const string Form = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>Codes as makers print them: letters, digits, dots, dashes, underscores and slashes.</summary>
    public const string MakersForm = "^[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?$";
}
