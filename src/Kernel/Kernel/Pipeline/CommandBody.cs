using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServicePlatform.Commands;
using ServicePlatform.Data;

namespace ServicePlatform.Kernel.Pipeline;

/// <summary>
/// One look at the whole of a command: its hash (to compare repeats), the ids it names (for the audit) and the texts with
/// characters that no person types (refused).
/// </summary>
internal sealed class CommandBody
{
    private const int MaximumSubjects = 20;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new StreamHash(), new JsonStringEnumConverter() } };

    private readonly Dictionary<string, string> _subjects = new(StringComparer.Ordinal);
    private readonly List<FieldFailure> _hostile = [];

    private CommandBody(byte[] json)
    {
        Hash = Convert.ToHexStringLower(SHA256.HashData(json));
        using var document = JsonDocument.Parse(json);
        Walk(document.RootElement, "");
    }

    public string Hash { get; }

    public IReadOnlyList<FieldFailure> HostileFields => _hostile;

    public static CommandBody Of<TCommand>(TCommand command) => new(JsonSerializer.SerializeToUtf8Bytes(command, Json));

    /// <summary>The ids that the command names and the one that it answered.</summary>
    public string Subjects(object? answer)
    {
        if (answer is Guid id)
        {
            _subjects["Answer"] = id.ToString();
        }

        return JsonSerializer.Serialize(_subjects);
    }

    private void Walk(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Walk(property.Value, path.Length == 0 ? property.Name : path + "." + property.Name);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, $"{path}[{index++}]");
                }

                break;
            case JsonValueKind.String:
                Look(element, path);
                break;
        }
    }

    private void Look(JsonElement element, string path)
    {
        if (element.TryGetGuid(out var id))
        {
            if (_subjects.Count < MaximumSubjects && path.Length <= 60)
            {
                _subjects[path] = id.ToString();
            }
        }
        else if (element.GetString()!.Any(UnicodeText.IsHostile))
        {
            _hostile.Add(new FieldFailure(path, "kernel.characters"));
        }
    }

    private sealed class StreamHash : JsonConverter<Stream>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(Stream).IsAssignableFrom(typeToConvert);

        public override Stream? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Stream value, JsonSerializerOptions options)
        {
            if (!value.CanSeek)
            {
                writer.WriteStringValue("stream");
                return;
            }

            var position = value.Position;
            writer.WriteStringValue(Convert.ToHexStringLower(SHA256.HashData(value)));
            value.Position = position;
        }
    }
}
