using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServicePlatform.Fields;

namespace ServicePlatform.CustomFields.Definitions;

/// <summary>Choices as JSON in one column.</summary>
internal static class ChoiceText
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ValueConverter<IReadOnlyList<CustomChoice>, string> Converter { get; } = new(choices => Write(choices), text => Read(text));

    public static ValueComparer<IReadOnlyList<CustomChoice>> Comparer { get; } = new(
        (left, right) => left == right || (left != null && right != null && left.SequenceEqual(right)),
        choices => choices.Count,
        choices => choices);

    public static string Write(IReadOnlyList<CustomChoice> choices) => JsonSerializer.Serialize(choices, Form);

    private static IReadOnlyList<CustomChoice> Read(string text) => JsonSerializer.Deserialize<List<CustomChoice>>(text, Form) ?? [];
}
