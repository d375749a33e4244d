using System.Text.Json;

namespace ServicePlatform.EndToEndTests.Fixture;

/// <summary>Who is who in the demo's water-purifier site.</summary>
internal static class Demo
{
    private static readonly JsonElement Steps = Repository.Json("src/Plugins/Demo/Recipes/aqua.recipe.json").GetProperty("steps");

    /// <summary>The outlet's sign-in by its organisation's code; null where it has none.</summary>
    public static string? OutletAccount(string organisation) => Step("accounts").GetProperty("accounts").EnumerateArray()
        .Where(account => account.GetProperty("organisation").GetString() == organisation && account.GetProperty("roles").EnumerateArray().Any(role => role.GetString() is "outlet" or "dealer"))
        .Select(account => account.GetProperty("userName").GetString())
        .FirstOrDefault();

    /// <summary>The sign-in of a technician by his name and outlet.</summary>
    public static string? TechnicianAccount(string name) => Step("technicians").GetProperty("technicians").EnumerateArray()
        .Where(technician => technician.GetProperty("name").GetString() == name && technician.TryGetProperty("account", out _))
        .Select(technician => technician.GetProperty("account").GetProperty("userName").GetString())
        .FirstOrDefault();

    /// <summary>The sign-ins of all technicians that have one.</summary>
    public static IReadOnlyList<string> TechnicianAccounts { get; } = [.. Step("technicians").GetProperty("technicians").EnumerateArray()
        .Where(technician => technician.TryGetProperty("account", out _))
        .Select(technician => technician.GetProperty("account").GetProperty("userName").GetString()!)];

    /// <summary>The sign-ins of outlets and dealers.</summary>
    public static IReadOnlyList<string> OutletAccounts { get; } = [.. Step("accounts").GetProperty("accounts").EnumerateArray()
        .Where(account => account.GetProperty("roles").EnumerateArray().Any(role => role.GetString() == "outlet"))
        .Select(account => account.GetProperty("userName").GetString()!)];

    /// <summary>Codes of organisations by the names that people see.</summary>
    public static IReadOnlyDictionary<string, string> Organisations { get; } = Flatten(Step("organisations").GetProperty("organisations"))
        .ToDictionary(node => node.GetProperty("name").GetString()!, node => node.GetProperty("code").GetString()!, StringComparer.Ordinal);

    private static JsonElement Step(string name) => Steps.EnumerateArray().Single(step => step.GetProperty("name").GetString() == name);

    private static IEnumerable<JsonElement> Flatten(JsonElement nodes)
    {
        foreach (var node in nodes.EnumerateArray())
        {
            yield return node;
            foreach (var name in new[] { "children", "organisations" })
            {
                if (node.TryGetProperty(name, out var below))
                {
                    foreach (var child in Flatten(below))
                    {
                        yield return child;
                    }
                }
            }
        }
    }
}
