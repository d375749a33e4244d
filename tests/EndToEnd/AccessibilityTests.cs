using System.Text.Json;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests;

/// <summary>axe finds nothing on the pages of each kind of user at 360 px.</summary>
public sealed class AccessibilityTests(DemoHost host)
{
    private static readonly string Axe = Path.Combine(Repository.Root, "tests/EndToEnd/node_modules/axe-core/axe.min.js");

    [Theory]
    [InlineData("", "/", "/sign-in", "/sign-in/staff", "/no-such-page")]
    [InlineData("agent", "/app/requests", "/app/requests/new", "/app/customers", "/app/customers/new", "/app/compounds", "/app/machines", "/account")]
    [InlineData("dispatcher", "/app/orders", "/app/orders?view=all")]
    [InlineData("wangjing", "/app/orders?view=all", "/app/machines")]
    [InlineData("jianjun", "/app/my-day", "/app/my-day?view=next")]
    [InlineData("claims", "/app/orders?view=review")]
    [InlineData("admin", "/app/organisations", "/app/technicians", "/app/principals", "/app/models", "/app/categories", "/app/playbooks", "/app/messages", "/app/message-templates", "/app/accounts", "/app/roles", "/app/settings")]
    public async Task Pages_are_accessible(string userName, params string[] paths)
    {
        await using var person = await host.OpenAsync("aqua", width: 360);
        if (userName.Length > 0)
        {
            await person.SignInAsync(userName);
        }

        var wrong = new List<string>();
        foreach (var path in paths)
        {
            var answer = await person.GoAsync(path);
            answer.Status.ShouldBeLessThan(500, path);
            if (userName.Length > 0 && answer.Status != 200)
            {
                wrong.Add($"{path}: {answer.Status}");
            }

            await person.Page.AddScriptTagAsync(new() { Path = Axe });
            var found = await person.Page.EvaluateAsync<JsonElement>(
                "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | '))");
            wrong.AddRange(found.EnumerateArray().Select(violation => $"{path}: {violation.GetString()}"));
        }

        wrong.ShouldBeEmpty();
    }
}
