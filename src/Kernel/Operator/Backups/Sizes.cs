using System.Globalization;

namespace ServicePlatform.Operator.Backups;

/// <summary>Sizes of files for people.</summary>
internal static class Sizes
{
    public static string Of(long bytes) =>
        bytes < 1024 * 1024 ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / 1024):N0} KB")
        : bytes < 1024L * 1024 * 1024 ? string.Create(CultureInfo.CurrentCulture, $"{bytes / 1048576.0:N1} MB")
        : string.Create(CultureInfo.CurrentCulture, $"{bytes / 1073741824.0:N1} GB");
}
