using System.Text.Json;
using System.Text.RegularExpressions;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>Looks at answers and keeps what is wrong with them, so that one run names everything.</summary>
internal sealed partial class Answers(FaultLog faults)
{
    private readonly SortedDictionary<string, string> _wrong = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public SortedDictionary<int, int> ByStatus { get; } = [];

    public async Task<string> LookAsync(HttpResponseMessage answer, string what, string kind)
    {
        Count++;
        var status = (int)answer.StatusCode;
        ByStatus[status] = ByStatus.GetValueOrDefault(status) + 1;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (status >= 500)
        {
            Note($"{status}", what, kind, faults.Last);
        }

        if (Inside().Match(text.Replace("_content/ServicePlatform.", "", StringComparison.Ordinal)) is { Success: true } leak)
        {
            Note("shows what is inside: " + leak.Value, what, kind, text);
        }

        if (text.Contains("<svg/onload=fuzz", StringComparison.OrdinalIgnoreCase) || text.Contains("<svg onload=fuzz", StringComparison.OrdinalIgnoreCase))
        {
            Note("gives markup back raw", what, kind, text);
        }

        if (answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("x=", StringComparison.Ordinal)))
        {
            Note("lets a header in", what, kind, text);
        }

        if (status is >= 400 and < 500)
        {
            LookAtRefusal(answer, text, what, kind);
        }

        return text;
    }

    public void Note(string wrong, string what, string kind, string text = "") => _wrong.TryAdd($"{wrong} · {what}", $"as {kind}\n      {Shorten(text)}");

    public void ShouldBeRight() =>
        _wrong.Count.ShouldBe(0, $"{_wrong.Count} of {Count}:\n" + string.Join('\n', _wrong.Take(60).Select(pair => $"{pair.Key} {pair.Value}")));

    /// <summary>In the site's look and language with a number to quote or the fields; problem details for programs.</summary>
    private void LookAtRefusal(HttpResponseMessage answer, string text, string what, string kind)
    {
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (answer.RequestMessage?.Headers.Contains("HX-Request") == true)
        {
            return;
        }

        if (type == "application/problem+json")
        {
            using var problem = JsonDocument.Parse(text);
            if (!problem.RootElement.TryGetProperty("traceId", out _) || !problem.RootElement.TryGetProperty("title", out var title) || !Chinese().IsMatch(title.GetString() ?? ""))
            {
                Note("problem without title in the site's language or number", what, kind, text);
            }
        }
        else if (type != "text/html")
        {
            Note($"{(int)answer.StatusCode} is {type ?? "empty"}", what, kind, text);
        }
        else if (!text.Contains("<html lang=\"zh-CN\"", StringComparison.Ordinal) || !text.Contains("screens-style.css", StringComparison.Ordinal))
        {
            Note($"{(int)answer.StatusCode} without the site's look", what, kind, text);
        }
        else if (!text.Contains(answer.Headers.GetValues("X-Request-Number").Single(), StringComparison.Ordinal) && !text.Contains("data-errors", StringComparison.Ordinal)
            && !text.Contains("role=\"alert\"", StringComparison.Ordinal))
        {
            Note($"{(int)answer.StatusCode} names neither field nor number", what, kind, text);
        }
    }

    private static string Shorten(string text)
    {
        var plain = Blank().Replace(Tags().Replace(Head().Replace(text, ""), " "), " ").Trim();
        return plain.Length <= 600 ? plain : plain[..600];
    }

    [GeneratedRegex(@"   at \w|System\.[A-Z]|Microsoft\.[A-Z]\w+\.|ServicePlatform\.[A-Z]\w+|\bException\b|SQLite Error|Npgsql|StackTrace|SELECT .{1,200} FROM", RegexOptions.None, 2000)]
    private static partial Regex Inside();

    [GeneratedRegex(@"[\u4e00-\u9fff]", RegexOptions.None, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex("<head>.*?</head>", RegexOptions.Singleline, 2000)]
    private static partial Regex Head();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 2000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, 2000)]
    private static partial Regex Blank();
}
