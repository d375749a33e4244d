using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ServicePlatform.Commands;

namespace ServicePlatform.Recipes;

/// <summary>A step of a recipe that is being run.</summary>
/// <param name="Step">The step's JSON object.</param>
/// <param name="Path">Where it stands: <c>$.steps[3]</c>.</param>
/// <param name="ReadFile">Opens a file beside the recipe by its relative name; null if there is none.</param>
public sealed record RecipeStepContext(JsonElement Step, string Path, Func<string, Stream?> ReadFile)
{
    /// <summary>Strict: an unknown property is an error, so that a slip of the pen is not silently ignored.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Reads the step into a record that has a property <c>Name</c>; a failure names the JSON path.</summary>
    public Result<T> Bind<T>()
    {
        try
        {
            return Step.Deserialize<T>(Json) is { } value ? value : Failed("null");
        }
        catch (JsonException exception)
        {
            return Failed(exception.Message, exception.Path);
        }
    }

    /// <summary>A failure at this step, or at a path below it: <c>organisations[2].code</c>.</summary>
    public Failure Failed(string reason, string? path = null) =>
        new(FailureKind.Invalid, "kernel.recipe-step")
        {
            Arguments = [Path + (path is null ? "" : "." + path.TrimStart('$', '.')), reason],
            Fields = [new FieldFailure(Path, "kernel.recipe-step") { Arguments = [Path, reason] }],
        };
}
