using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ServicePlatform.Phones;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>Holds JSON against the schema of a form and finds everything that is wrong with it.</summary>
/// <param name="root">Schema of the whole.</param>
/// <param name="document">Where the JSON comes from, for lines.</param>
/// <param name="findings">Takes what is found.</param>
/// <param name="source">Put before each path: the name of a file beside the recipe.</param>
/// <param name="namesCount">False for a file of which a step takes a part only: what it names need not be there.</param>
internal sealed class FormCheck(JsonNode root, RecipeDocument document, RecipeFindings findings, string source = "", bool namesCount = true)
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public void Check(JsonElement value, string path) => Check(value, root, path);

    private void Check(JsonElement value, JsonNode schema, string path)
    {
        if (schema is not JsonObject form)
        {
            return;
        }

        // The use of a type that stands elsewhere may say more than the type does.
        if (form["$ref"]?.GetValue<string>() is { } pointer)
        {
            Check(value, Resolve(pointer), path);
        }

        if (form["enum"] is JsonArray choices)
        {
            CheckChoice(value, choices, path);
        }
        else if (IsOfType(value, form, path))
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    CheckObject(value, form, path);
                    break;
                case JsonValueKind.Array:
                    CheckArray(value, form, path);
                    break;
                case JsonValueKind.String:
                    CheckText(value.GetString()!, form, path);
                    break;
                case JsonValueKind.Number:
                    CheckNumber(value.GetDouble(), form, path);
                    break;
            }
        }
    }

    private void CheckObject(JsonElement value, JsonObject form, string path)
    {
        if (form["properties"] is not JsonObject properties)
        {
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (properties[property.Name] is { } schema)
            {
                Check(property.Value, schema, $"{path}.{property.Name}");
                Define(value, property, schema, $"{path}.{property.Name}");
            }
            else
            {
                Add($"{path}.{property.Name}", "kernel.recipe-property-unknown", property.Name, string.Join(", ", properties.Select(known => known.Key).Where(known => known != "name" || path.Count('.') == 1)));
            }
        }

        foreach (var needed in (form["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !value.TryGetProperty(name, out _)))
        {
            Add(path, "kernel.recipe-property-missing", needed);
        }
    }

    private void Define(JsonElement row, JsonProperty property, JsonNode schema, string path)
    {
        if (schema is JsonObject form && form[RecipeForms.Key]?.GetValue<string>() is { } kind && property.Value.ValueKind == JsonValueKind.String)
        {
            var scope = ((JsonArray)form[RecipeForms.KeyWith]!).Select(other => row.TryGetProperty(other!.GetValue<string>(), out var part) ? part.ToString() : "");
            findings.Define(kind, property.Value.GetString()!, string.Join('\n', scope), source + path, document.LineOf(path));
        }
    }

    private void CheckArray(JsonElement value, JsonObject form, string path)
    {
        if (form["minItems"]?.GetValue<int>() is { } least && value.GetArrayLength() < least)
        {
            Add(path, "kernel.recipe-too-few", least);
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Check(item, form["items"]!, $"{path}[{index++}]");
        }
    }

    private void CheckText(string text, JsonObject form, string path)
    {
        if (form["maxLength"]?.GetValue<int>() is { } most && text.Length > most)
        {
            Add(path, "kernel.recipe-too-long", most, text.Length);
        }
        else if (form["minLength"]?.GetValue<int>() is { } least && text.Trim().Length < least)
        {
            Add(path, "kernel.recipe-empty");
        }
        else if (text.Any(char.IsControl) && !text.All(letter => letter is '\n' or '\r' or '\t' || !char.IsControl(letter)))
        {
            Add(path, "kernel.recipe-control");
        }
        else if (form["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.ExplicitCapture, LongestMatch))
        {
            Add(path, "kernel.recipe-pattern", text, pattern);
        }
        else if (!HasFormat(text, form["format"]?.GetValue<string>()))
        {
            Add(path, "kernel.recipe-format", text, form["format"]!.GetValue<string>());
        }
        else if (form[RecipeForms.Phone] is not null && PhoneNumber.Parse(text) is null)
        {
            Add(path, "kernel.recipe-phone", text);
        }
        else if (namesCount && form[RecipeForms.Ref]?.GetValue<string>() is { } kind)
        {
            findings.Use(kind, text, source + path, document.LineOf(path));
        }
    }

    private static bool HasFormat(string text, string? format) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
        "uuid" => Guid.TryParse(text, out _),
        _ => true,
    };

    private void CheckNumber(double number, JsonObject form, string path)
    {
        if (form["minimum"]?.GetValue<double>() is { } least && form["maximum"]?.GetValue<double>() is { } most && (number < least || number > most))
        {
            Add(path, "kernel.recipe-range", least, most);
        }
    }

    private void CheckChoice(JsonElement value, JsonArray choices, string path)
    {
        if (!choices.Any(choice => choice is null ? value.ValueKind == JsonValueKind.Null : value.ValueKind == JsonValueKind.String && choice.GetValue<string>() == value.GetString()))
        {
            Add(path, "kernel.recipe-choice", value.ToString(), string.Join(", ", choices.OfType<JsonValue>().Select(choice => choice.GetValue<string>())));
        }
    }

    private bool IsOfType(JsonElement value, JsonObject form, string path)
    {
        var found = value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => value.TryGetInt32(out _) ? "integer" : "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => "null",
        };
        IReadOnlyList<string> wanted = form["type"] switch
        {
            JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
            JsonValue one => [one.GetValue<string>()],
            _ => [found],
        };
        if (wanted.Contains(found, StringComparer.Ordinal) || (found == "integer" && wanted.Contains("number", StringComparer.Ordinal)))
        {
            return true;
        }

        Add(path, "kernel.recipe-type-" + wanted.First(type => type != "null"));
        return false;
    }

    private JsonNode Resolve(string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(root, (node, part) => (node is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)] : node[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)])!);

    private void Add(string path, string code, params object[] arguments) => findings.Add(source + path, document.LineOf(path), code, arguments);
}
