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
        NameFailure(site.Name) ?? CultureFailure(site.Culture) ?? TimeZoneFailure(site.TimeZone);

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

    /// <summary>
    /// Whether one of two sites with the same prefix would answer where the other one does. A site without a host name answers on
    /// all of them; only without a prefix does a site with host names stand beside it, as the more specific one.
    /// </summary>
    /// <param name="prefix">Of both.</param>
    /// <param name="hosts">Host names of one, separated by blanks.</param>
    /// <param name="others">Host names of the other.</param>
    public static bool Overlap(string prefix, string hosts, string others)
    {
        var one = hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var two = others.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return one.Length == 0 || two.Length == 0
            ? prefix.Length > 0 || one.Length == two.Length
            : one.Intersect(two, StringComparer.OrdinalIgnoreCase).Any();
    }

    public static Failure? HostsFailure(string hosts) =>
        hosts.Length <= Lengths.Text && hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(host => host.Length <= 253 && HostForm().IsMatch(host))
            ? null
            : Failure.Invalid(nameof(NewSite.Hosts), "kernel.site-hosts");

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9.\-]*[A-Za-z0-9])?\z", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex HostForm();
}
