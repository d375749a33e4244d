using System.Text;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>Bodies that a form never sends. The antiforgery token goes in a header, so that the body itself is read.</summary>
internal static class Bodies
{
    private const int Large = 10 * 1024 * 1024;

    /// <summary>A form with a NUL is refused as a whole; it has its own body.</summary>
    private static readonly List<string> Readable = [.. Hostile.Texts.Where(text => !text.Contains('\0', StringComparison.Ordinal))];

    public static IEnumerable<(string Name, HttpContent Content)> For(Route route, Func<string, string?> known, Random dice)
    {
        var fields = route.Fields.Where(field => !field.IsFile).Select(field => field.Name).ToList();
        string Text() => Clean(Readable[dice.Next(Readable.Count)]);
        string Plausible(string name) => known(name) ?? "1";
        yield return ("empty", Form([]));
        for (var again = 0; again < 3; again++)
        {
            yield return ("hostile values", Form(fields.Select(name => (name, dice.Next(4) == 0 ? Plausible(name) : Text()))));
        }

        var odd = fields.Count == 0 ? "x" : fields[dice.Next(fields.Count)];
        yield return ($"one long value in {odd}", Form(fields.Select(name => (name, name == odd ? new string('x', 200_000) : Plausible(name)))));
        yield return ($"a control character in {odd}", Form(fields.Select(name => (name, Plausible(name) + (name == odd ? "\u0001\u202e" : "")))));
        yield return ("a NUL", Form(fields.Select(name => (name, "a\0b"))));
        yield return ("lists for single values", Form(fields.SelectMany(name => new[] { (name, Plausible(name)), (name, Text()), (name + "[0]", "1"), (name + "[x].y", "1"), (name + ".z", "1") })));
        yield return ($"{odd} a thousand times", Form(Enumerable.Repeat((odd, "1"), 1000)));
        yield return ("far indexes", Form(fields.Select(name => (name.Replace("[0]", "[2147483647]", StringComparison.Ordinal), "1"))));
        yield return ("malformed JSON", Raw("{ \"a\": ", "application/json"));
        yield return ("deep JSON", Raw(new string('[', 20_000), "application/json"));
        yield return ("XML", Raw("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "text/xml"));
        yield return ("broken form", Raw("%zz=%&=&&==%00&a", "application/x-www-form-urlencoded"));
        yield return ("broken multipart", Raw("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "multipart/form-data; boundary=x"));
        yield return ("multipart without boundary", Raw("a", "multipart/form-data"));
        yield return ("unknown charset", Raw("a=1", "application/x-www-form-urlencoded; charset=no-such"));
    }

    /// <summary>Ten million characters in each field that takes a text, one field at a time.</summary>
    public static IEnumerable<(string Name, HttpContent Content)> TooLarge(Route route) =>
        route.Fields.Where(field => field.IsText).Select(field => ($"10 MB in {field.Name}", TenMegabytes(field.Name)));

    private static HttpContent TenMegabytes(string name)
    {
        var content = new StreamContent(new RunOf('x', $"{Uri.EscapeDataString(name)}=", Large));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        return content;
    }

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static HttpContent Raw(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private static string Clean(string text) => text.Length > 60_000 ? text[..60_000] : text;
}
