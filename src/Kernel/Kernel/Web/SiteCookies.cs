using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ServicePlatform.Kernel.Web;

/// <summary>
/// Gives every site and portal cookies of its own: whatever sets a cookie (sign-in, antiforgery, notices) uses a short name, which is
/// sent to the browser with the site's name before it. Sites on one host name do not see each other's.
/// </summary>
internal static class SiteCookies
{
    public static void Isolate(HttpContext context, string siteName)
    {
        var prefix = siteName + "~";
        context.Features.Set<IRequestCookiesFeature>(new RequestCookiesFeature(OwnCookies(context.Request.Cookies, prefix)));
        var response = new PrefixedResponseCookies(context.Response.Cookies, prefix);
        context.Features.Set<IResponseCookiesFeature>(new PrefixedFeature(response));
    }

    private static IRequestCookieCollection OwnCookies(IRequestCookieCollection all, string prefix) =>
        new OwnRequestCookies(all
            .Where(cookie => cookie.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(cookie => cookie.Key[prefix.Length..], cookie => cookie.Value, StringComparer.OrdinalIgnoreCase));

    private sealed record PrefixedFeature(IResponseCookies Cookies) : IResponseCookiesFeature;

    private sealed class OwnRequestCookies(Dictionary<string, string> cookies) : IRequestCookieCollection
    {
        public int Count => cookies.Count;

        public ICollection<string> Keys => cookies.Keys;

        public string? this[string key] => cookies.GetValueOrDefault(key);

        public bool ContainsKey(string key) => cookies.ContainsKey(key);

        public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => cookies.TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => cookies.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class PrefixedResponseCookies(IResponseCookies inner, string prefix) : IResponseCookies
    {
        public void Append(string key, string value) => inner.Append(prefix + key, value);

        public void Append(string key, string value, CookieOptions options) => inner.Append(prefix + key, value, options);

        public void Delete(string key) => inner.Delete(prefix + key);

        public void Delete(string key, CookieOptions options) => inner.Delete(prefix + key, options);
    }
}
