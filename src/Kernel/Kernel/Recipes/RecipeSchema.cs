using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>The JSON schema of recipes, made from the forms of all steps that the host has, for editors.</summary>
public sealed class RecipeSchema
{
    private readonly ModuleCatalog _catalog;
    private readonly SiteScopes _scopes;
    private readonly SiteRegistry _registry;

    internal RecipeSchema(ModuleCatalog catalog, SiteScopes scopes, SiteRegistry registry)
    {
        _catalog = catalog;
        _scopes = scopes;
        _registry = registry;
    }

    /// <param name="siteId">A site that is open; whichever it is, the schema is the same.</param>
    /// <returns>JSON in UTF-8.</returns>
    public async Task<byte[]> WriteAsync(string siteId)
    {
        var runtime = _registry.Find(siteId) ?? throw new InvalidOperationException($"There is no site '{siteId}'.");
        var everything = new SitePlan(runtime.Row, _catalog);
        everything.Switch([.. _catalog.Features.Keys], []);
        await using var scope = _scopes.Open(runtime.As(everything));
        var forms = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var step in scope.ServiceProvider.GetServices<IRecipeStep>().Where(step => step.Form is not null))
        {
            forms[step.Name] = Moved(RecipeForms.Of(step.Form!).DeepClone(), "#/$defs/" + step.Name);
        }

        return JsonSerializer.SerializeToUtf8Bytes(Whole(forms), RecipeStepContext.Json);
    }

    private static JsonObject Whole(SortedDictionary<string, JsonNode> forms) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "ServicePlatform recipe",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("steps"),
        ["properties"] = new JsonObject
        {
            ["$schema"] = new JsonObject { ["type"] = "string" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["description"] = new JsonObject { ["type"] = "string" },
            ["steps"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = new JsonArray("name"),
                    ["properties"] = new JsonObject { ["name"] = new JsonObject { ["enum"] = new JsonArray([.. forms.Keys.Select(name => JsonValue.Create(name))]) } },
                    ["allOf"] = new JsonArray([.. forms.Keys.Select(Case)]),
                },
            },
        },
        ["$defs"] = new JsonObject(forms.Select(form => KeyValuePair.Create<string, JsonNode?>(form.Key, form.Value))),
    };

    private static JsonObject Case(string name) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["name"] = new JsonObject { ["const"] = name } } },
        ["then"] = new JsonObject { ["$ref"] = "#/$defs/" + name },
    };

    /// <summary>References inside a form count from its own root.</summary>
    private static JsonNode Moved(JsonNode node, string root)
    {
        switch (node)
        {
            case JsonObject form:
                if (form["$ref"]?.GetValue<string>() is { } pointer)
                {
                    form["$ref"] = root + pointer.TrimStart('#');
                }

                foreach (var child in form.Select(property => property.Value).OfType<JsonNode>().ToList())
                {
                    Moved(child, root);
                }

                break;
            case JsonArray list:
                foreach (var child in list.OfType<JsonNode>())
                {
                    Moved(child, root);
                }

                break;
        }

        return node;
    }
}
