using System.Globalization;
using System.Text.RegularExpressions;
using ServicePlatform.Commands;
using ServicePlatform.Data;

namespace ServicePlatform.Kernel.Sites;

/// <summary>The settings of a site that its own administrator may change.</summary>
public sealed record SiteSettings(string Name, string Culture, string TimeZone, string Theme);

/// <summary>What a site's settings must be, so that the site can be opened.</summary>
public static partial class SiteChecks
{
    /// <summary>The first thing that is wrong with the settings of a new site; null if nothing is.</summary>
    public static Failure? Of(NewSite site) =>
        NameFailure(site.Name) ?? HostsFailure(site.Hosts) ?? CultureFailure(site.Culture) ?? TimeZoneFailure(site.TimeZone);

    public static Failure? NameFailure(string name) =>
        name.Length > Lengths.Name || name.Any(char.IsControl) ? Failure.Invalid(nameof(NewSite.Name), "kernel.site-name") : null;

    public static Failure? CultureFailure(string culture)
    {
        try
        {
            CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
            return culture.Length == 0 ? Failure.Invalid(nameof(NewSite.Culture), "kernel.site-culture") : null;
        }
        catch (CultureNotFoundException)
        {
            return Failure.Invalid(nameof(NewSite.Culture), "kernel.site-culture");
        }
    }

    public static Failure? TimeZoneFailure(string timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _) ? null : Failure.Invalid(nameof(NewSite.TimeZone), "kernel.site-time-zone");

    private static Failure? HostsFailure(string hosts) =>
        hosts.Length <= Lengths.Text && hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(host => host.Length <= 253 && HostForm().IsMatch(host))
            ? null
            : Failure.Invalid(nameof(NewSite.Hosts), "kernel.site-hosts");

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9.\-]*[A-Za-z0-9])?\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex HostForm();
}
