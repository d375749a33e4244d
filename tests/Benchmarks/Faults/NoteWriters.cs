using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using ServicePlatform.Benchmarks.Lists;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>
/// Writers over HTTP, each with an operation id for every write. What was answered 200 counts as acknowledged; what was not is sent
/// again with the same operation id until it is, so that an effect whose answer got lost must not come twice.
/// </summary>
internal sealed class NoteWriters(int count, int textLength)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string?[] _open = new string?[count];
    private int _next;

    /// <summary>Texts of the acknowledged notes; each names its operation.</summary>
    public ConcurrentDictionary<string, Guid> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each status other than 200 was answered.</summary>
    public ConcurrentDictionary<int, int> Refused { get; } = new();

    /// <summary>Requests that got no answer.</summary>
    public int Unanswered => _unanswered;

    private int _unanswered;

    /// <summary>Answers that a person should not see: a stack trace, no words, a note under another id than before.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>Words of the last refusal.</summary>
    public string LastRefusal { get; private set; } = "";

    /// <summary>Writes until it is stopped; returns when all writers have.</summary>
    public Task RunAsync(Uri site, string cookies, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, count).Select(index => Task.Run(() => WriteAsync(index, site, cookies, stop))));

    /// <summary>Sends what is still open until it is acknowledged.</summary>
    public async Task FinishAsync(Uri site, string cookies)
    {
        using var client = Client(site, cookies);
        for (var index = 0; index < count; index++)
        {
            while (_open[index] is not null && !await SendAsync(client, index))
            {
                await Task.Delay(50);
            }
        }
    }

    private async Task WriteAsync(int index, Uri site, string cookies, CancellationToken stop)
    {
        using var client = Client(site, cookies);
        while (!stop.IsCancellationRequested)
        {
            if (!await SendAsync(client, index))
            {
                await Task.Delay(20);
            }
        }
    }

    private async Task<bool> SendAsync(HttpClient client, int index)
    {
        var text = _open[index] ??= $"note {Interlocked.Increment(ref _next)} " + new string('水', textLength);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/notes") { Content = JsonContent.Create(new { principalId = Guid.Empty, holderPath = "/hq/", text }) };
        request.Headers.Add("Operation-Id", Key(text));
        request.Headers.Add("Accept", "application/json");
        try
        {
            using var answer = await client.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Refuse(answer, body);
                return false;
            }

            var id = Guid.Parse(body.Trim('"'));
            if (Acknowledged.GetOrAdd(Key(text), id) != id)
            {
                Wrong.Enqueue($"{Key(text)} was answered with two ids");
            }

            _open[index] = null;
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            Interlocked.Increment(ref _unanswered);
            return false;
        }
    }

    private void Refuse(HttpResponseMessage answer, string body)
    {
        Refused.AddOrUpdate((int)answer.StatusCode, 1, (_, before) => before + 1);
        LastRefusal = body;
        if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage)
            || answer.Content.Headers.ContentType?.MediaType != "application/problem+json" || body.Contains("   at ", StringComparison.Ordinal) || body.Contains("Exception", StringComparison.Ordinal))
        {
            Wrong.Enqueue($"{(int)answer.StatusCode}: {body}");
        }
    }

    /// <summary>The part of a note's text that names it.</summary>
    public static string Key(string text) => string.Join('-', text.Split(' ').Take(2));

    private static HttpClient Client(Uri site, string cookies)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site, Timeout = Patience };
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        return client;
    }

    /// <summary>Signs in at a site and gives the cookies of the session.</summary>
    public static async Task<string> SignInAsync(Uri site)
    {
        using var client = new SignedInClient(site);
        await client.SignInAsync("sign-in/staff", hasForm: true);
        return client.Cookies;
    }
}
