namespace ServicePlatform.EndToEndTests.Pages;

/// <summary>Addresses that no tour opens, each with the reason.</summary>
internal static class UnopenedPages
{
    private static readonly Dictionary<string, string> Data = new(StringComparer.Ordinal)
    {
        ["accent/{colour:regex(^[[0-9a-fA-F]]{{6}}$)}.css"] = "a style sheet",
        ["app/accounts/places"] = "answers a field that finds organisations",
        ["app/backups/{name}/download"] = "a file to download",
        ["app/audit/export"] = "a file to download",
        ["app/customers/known"] = "part of the form of a new customer, asked for by the telephone field",
        ["app/divisions/picker"] = "part of forms with an administrative division",
        ["app/imports/template"] = "a file to download",
        ["app/imports/{id:guid}/problems"] = "a file to download",
        ["app/imports/{id:guid}/progress"] = "part of the page of an import, asked for while it runs",
        ["app/machines/customers"] = "answers a field that finds customers",
        ["app/organisations/find"] = "answers a field that finds organisations",
        ["app/palette"] = "answers the search of the whole site",
        ["app/settings/recipe/export"] = "a file to download",
        ["app/requests/callers"] = "answers the field that finds who is calling",
        ["recipes/schema.json"] = "a schema for editors",
        ["sign-in/code"] = "leads back to the first page of the sign-in; the page that asks for the code is the answer to a form",
        ["sign-in/verify"] = "leads back to the first page of the sign-in",
        ["site-logo/{id:guid}"] = "an image",
        ["style/lookup"] = "answers the field of the style page",
    };

    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["requests/{number}"] = "a customer has it only while a request of his waits: the path looks at it when he has sent one",
        ["app/plugins/{id}"] = "needs a plugin in the folder: the tests of plugins look at it in each state",
        ["app/backups/{name}"] = "needs a back-up: the tests of back-ups look at it",
        ["app/backups/{archive}/restore"] = "needs a back-up: the tests of back-ups look at it",
        ["app/backups/{archive}/replace"] = "needs a back-up: the tests of back-ups look at it",
        ["app/settings/fields/{id:guid}"] = "needs a field that the site has added: the tests of custom fields and of bad input open it",
        ["app/orders/{number}/fields"] = "needs a field that the site has added: the tests of custom fields and of bad input open it",
        ["app/tasks/{id:guid}"] = "needs a long task: the tests of the import look at it",
        ["app/imports/{id:guid}"] = "needs an uploaded file: the tests of the import look at it in each state",
    };

    /// <summary>Whether an address answers something other than a page.</summary>
    public static bool IsData(string template) => Data.ContainsKey(template);

    public static bool Holds(string template) => Data.ContainsKey(template) || Elsewhere.ContainsKey(template);

    public static IEnumerable<string> Templates => Data.Keys.Concat(Elsewhere.Keys);
}
