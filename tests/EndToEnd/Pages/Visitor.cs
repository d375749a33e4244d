using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests.Pages;

/// <summary>Somebody who opens every page that he can find.</summary>
/// <param name="Name">What the tests call him; for staff the user name.</param>
/// <param name="Start">Pages that no link leads to, and the first one.</param>
/// <param name="Site">Prefix of the site.</param>
/// <param name="Phone">Of a customer, who signs in by it.</param>
/// <param name="Password">Null where nobody signs in.</param>
internal sealed record Visitor(string Name, string[] Start, string Site = "aqua", string? Phone = null, string? Password = Person.DemoPassword)
{
    /// <summary>A second customer, since a number gets one code a minute.</summary>
    private const string OtherPhone = "13800001274";

    /// <summary>Who writes procedures.</summary>
    private const string Author = "admin";

    public static IReadOnlyList<Visitor> All { get; } =
    [
        new("nobody", ["/", "/sign-in", "/sign-in/staff", "/no-such-page", "/dev/inbox", "/style", "/style/record", "/style/form", "/style/phone", "/style/portal", "/style/sign-in"], Password: null),
        new("customer", ["/"], Phone: "13800001253"),
        new(Author, ["/app", "/app/no-such-page"]),
        new("agent", ["/app", "/app/requests/new?customerText=1253"]),
        new("dispatcher", ["/app"]),
        new("manager", ["/app"]),
        new("jingchao", ["/app"]),
        new("wangjing", ["/app"]),
        new("jianjun", ["/app"]),
        new("claims", ["/app"]),
        new("warehouse", ["/app"]),
        new("trainer", ["/app"]),
        new("qingquan", ["/app"]),
        new("operator", ["/app", "/app/sites/home/delete"], Site: "operator", Password: "operator-demo-2611"),
    ];

    public override string ToString() => Name;

    /// <returns>Further pages that no link leads to.</returns>
    public async Task<IReadOnlyList<string>> SignInAsync(Person person, Tour tour, bool english)
    {
        if (Phone is not null)
        {
            await person.SignInByPhoneAsync(english ? OtherPhone : Phone, tour.LookAsync);
        }
        else if (Password is not null)
        {
            await person.SignInAsync(Name, Password);
        }

        if (Name != Author)
        {
            return [];
        }

        await StartDraftAsync(person);
        return [await AccountOfATechnicianAsync(person)];
    }

    /// <summary>A procedure that is being written, so that its pages are there.</summary>
    private static async Task StartDraftAsync(Person person)
    {
        await person.GoAsync("/app/playbooks");
        await person.SubmitAsync(person.Page.Locator("main tbody a").First);
        await person.SubmitAsync(person.Page.Locator("main a[href*='/playbooks/layers/']").First);
        var start = person.Page.Locator("main form[action$='/draft'] button");
        if (await start.CountAsync() > 0)
        {
            await person.SubmitAsync(start.First);
        }
    }

    /// <summary>Where a technician gets his account; those of the demo have theirs.</summary>
    private static async Task<string> AccountOfATechnicianAsync(Person person)
    {
        await person.GoAsync("/app/technicians");
        var address = await person.Page.Locator("main tbody a").First.EvaluateAsync<string>("link => link.href");
        return address[person.Site.Length..] + "/account";
    }
}
