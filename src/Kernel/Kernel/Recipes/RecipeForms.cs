using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>Schemas of forms, made from their records. What JSON Schema has no word for stands under <c>x-</c> names.</summary>
internal static class RecipeForms
{
    public const string Key = "x-key";
    public const string KeyWith = "x-key-with";
    public const string Ref = "x-ref";
    public const string Phone = "x-phone";

    private static readonly ConcurrentDictionary<Type, JsonNode> Known = new();

    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>The schema of a form; not to be changed.</summary>
    public static JsonNode Of(Type form) => Known.GetOrAdd(form, static type => RecipeStepContext.Json.GetJsonSchemaAsNode(type, Options));

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node || context.PropertyInfo is not { } property)
        {
            return schema;
        }

        var attributes = (property.AttributeProvider?.GetCustomAttributes(inherit: true) ?? []).Concat(property.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(inherit: true) ?? []);
        foreach (var attribute in attributes)
        {
            Write(attribute, node, node["items"] as JsonObject ?? node);
        }

        return node;
    }

    /// <param name="node">The property.</param>
    /// <param name="text">The property, or the entries of a list.</param>
    private static void Write(object attribute, JsonObject node, JsonObject text)
    {
        switch (attribute)
        {
            case MaxLengthAttribute most:
                text["maxLength"] = most.Length;
                break;
            case MinLengthAttribute least:
                node[node == text ? "minLength" : "minItems"] = least.Length;
                break;
            case RegularExpressionAttribute form:
                text["pattern"] = form.Pattern;
                break;
            case RangeAttribute range:
                node["minimum"] = JsonValue.Create(Convert.ToDouble(range.Minimum, System.Globalization.CultureInfo.InvariantCulture));
                node["maximum"] = JsonValue.Create(Convert.ToDouble(range.Maximum, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case RecipeKeyAttribute key:
                text[Key] = key.Kind;
                text[KeyWith] = new JsonArray([.. key.With.Select(other => JsonValue.Create(other))]);
                text["minLength"] = 1;
                break;
            case RecipeRefAttribute reference:
                text[Ref] = reference.Kind;
                break;
            case RecipePhoneAttribute:
                text[Phone] = true;
                break;
            case DescriptionAttribute words:
                node["description"] = words.Description;
                break;
        }
    }
}
