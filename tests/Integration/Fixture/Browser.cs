using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>A browser without script: keeps cookies, fills in and sends forms. Addresses are below the site.</summary>
public sealed class Browser(HttpClient client)
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Client => client;

    public async Task<HttpResponseMessage> GetAsync(string path, string accept = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        var response = await GetAsync(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return Parser.ParseDocument(text);
    }

    /// <summary>The page that is the answer to a form.</summary>
    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        Parser.ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Sends the form of a page with its hidden fields and what is typed.</summary>
    public async Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.Forms.Where(candidate => (candidate.GetAttribute("action") ?? "").EndsWith(action, StringComparison.Ordinal))
            .ShouldHaveSingleItem(string.Join(" | ", page.Forms.Select(candidate => candidate.GetAttribute("action") + " " + candidate.ClassName)));
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .Where(input => input.Name is { Length: > 0 })
            .Select(input => new KeyValuePair<string, string>(input.Name!, input.Value))
            .Concat(typed.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(form.GetAttribute("action"), content, TestContext.Current.CancellationToken);
    }

    public async Task SignInAsync(string userName, string password)
    {
        var page = await PageAsync("sign-in/staff");
        var answer = await SendAsync(page, "sign-in/staff", ("UserName", userName), ("Password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
