using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;

namespace ServicePlatform.Benchmarks.Lists;

/// <summary>A signed-in browser with many connections. A cookie that the server renews is taken over, as browsers do.</summary>
internal sealed partial class SignedInClient(Uri address) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 64 }) { BaseAddress = address };
    private readonly ConcurrentDictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private volatile string _header = "";

    /// <summary>As they are sent.</summary>
    public string Cookies => _header;

    /// <summary>Signs in by the form at <paramref name="formPath"/>, with its hidden token where there is one.</summary>
    public async Task SignInAsync(string formPath, bool hasForm)
    {
        var token = hasForm ? Token().Match(System.Text.Encoding.UTF8.GetString(await GetAsync(formPath))).Groups["value"].Value : "";
        using var request = Request(HttpMethod.Post, formPath);
        request.Content = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token),
            new("userName", ListSite.UserName),
            new("password", ListSite.Password),
        ]);
        using var answer = await _client.SendAsync(request);
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.NoContent))
        {
            throw new InvalidOperationException($"{address}{formPath} answered {answer.StatusCode}.");
        }

        Keep(answer);
    }

    /// <summary>The body of a page that must answer 200.</summary>
    public async Task<byte[]> GetAsync(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await _client.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{address}{path} answered {answer.StatusCode}.");
        }

        Keep(answer);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Cookie", _header);
        return request;
    }

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            return;
        }

        foreach (var pair in set.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
        {
            _cookies[pair[0]] = pair[1];
        }

        _header = string.Join("; ", _cookies.Where(cookie => cookie.Value.Length > 0).Select(cookie => $"{cookie.Key}={cookie.Value}"));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
