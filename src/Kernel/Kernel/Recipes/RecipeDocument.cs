using System.Text.Json;
using ServicePlatform.Commands;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>A JSON file with the line of each of its values.</summary>
internal sealed class RecipeDocument
{
    private static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal) { ["$"] = 1 };

    private RecipeDocument(JsonElement root) => Root = root;

    public JsonElement Root { get; }

    /// <summary>Paths of properties that stand more than once in their object.</summary>
    public IReadOnlyList<string> Doubles { get; private set; } = [];

    /// <summary>Line of a value, counted from 1; of what holds it where the path leads nowhere.</summary>
    public int LineOf(string path)
    {
        while (path.Length > 1)
        {
            if (_lines.TryGetValue(path, out var line))
            {
                return line;
            }

            path = path[..Math.Max(1, Math.Max(path.LastIndexOf('.'), path.LastIndexOf('[')))];
        }

        return 1;
    }

    /// <param name="content">UTF-8.</param>
    /// <param name="name">Of the file, for the words of a failure.</param>
    public static Result<RecipeDocument> Read(ReadOnlySpan<byte> content, string name)
    {
        // A mark of the byte order is no part of JSON, and editors on Windows put one.
        content = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        try
        {
            var reader = new Utf8JsonReader(content, Reading);
            var document = new RecipeDocument(JsonElement.ParseValue(ref reader));
            if (reader.Read())
            {
                throw new JsonException("text after the end");
            }

            document.Index(content);
            return document;
        }
        catch (JsonException exception)
        {
            return Failure.Invalid("Recipe", "kernel.recipe-json", name, (exception.LineNumber ?? 0) + 1, exception.Message);
        }
    }

    private void Index(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content, Reading);
        var doubles = new List<string>();
        var open = new Stack<(string Path, int Next)>();
        var property = "";
        var (line, counted) = (1, 0);
        while (reader.Read())
        {
            line += content[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                open.Pop();
                continue;
            }

            var path = "$";
            if (open.TryPop(out var around))
            {
                path = around.Next < 0 ? around.Path + "." + (reader.TokenType == JsonTokenType.PropertyName ? property = reader.GetString()! : property) : $"{around.Path}[{around.Next++}]";
                open.Push(around);
            }

            if (reader.TokenType == JsonTokenType.PropertyName || around.Next >= 0 || open.Count == 0)
            {
                if (!_lines.TryAdd(path, line) && path != "$")
                {
                    doubles.Add(path);
                }
            }

            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                open.Push((path, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }

        Doubles = doubles;
    }
}
