using System.Text.RegularExpressions;

namespace ServicePlatform.Benchmarks.Sites;

/// <summary>What an answer of one site may hold and what would be another's.</summary>
internal static partial class Bleed
{
    /// <summary>A word that stands in the name and in the data of one site only.</summary>
    public static string Mark(int index) => $"zq{index:00}qz";

    /// <summary>What is wrong with an answer; null if nothing is.</summary>
    public static string? Of(MarkedSite site, HttpResponseMessage answer, string body, bool isPage)
    {
        var foreign = Marks().Matches(body).Select(match => match.Value).FirstOrDefault(mark => mark != site.Mark);
        if (foreign is not null)
        {
            return $"holds {foreign}";
        }

        if (answer.Content.Headers.ContentLanguage.SingleOrDefault() is { } language && language != site.Culture)
        {
            return $"is in {language}";
        }

        if (answer.Headers.Location is { } location && !(location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString).StartsWith($"/{site.Id}/", StringComparison.Ordinal))
        {
            return $"leads to {location}";
        }

        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.FirstOrDefault(cookie => !cookie.StartsWith(site.Id + "~", StringComparison.Ordinal)) is { } cookie)
        {
            return $"sets {cookie.Split('=')[0]}";
        }

        return isPage && (int)answer.StatusCode == 200 ? OfPage(site, body) : null;
    }

    private static string? OfPage(MarkedSite site, string body)
    {
        if (!body.Contains(site.Mark, StringComparison.Ordinal))
        {
            return "does not hold its own name";
        }

        if (!body.Contains($"<html lang=\"{site.Culture}\"", StringComparison.Ordinal))
        {
            return "has another language";
        }

        var styles = Styles().Matches(body).Select(match => match.Groups["path"].Value).ToList();
        var hasTheme = styles.Any(style => style.Contains("SampleTheme", StringComparison.Ordinal));
        return hasTheme != (site.Theme == "Sample") ? "has another theme"
            : !styles.Exists(style => style.EndsWith($"/accent/{site.Accent}.css", StringComparison.Ordinal)) ? "has another accent"
            : styles.Exists(style => !style.StartsWith($"/{site.Id}/", StringComparison.Ordinal)) ? "has a style sheet of elsewhere"
            : null;
    }

    [GeneratedRegex("zq[0-9]{2}qz", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<path>[^\"?]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Styles();
}
