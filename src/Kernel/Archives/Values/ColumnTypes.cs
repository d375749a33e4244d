namespace ServicePlatform.Archives.Values;

/// <summary>The names under which an archive speaks of types, whatever a database calls them.</summary>
internal static class ColumnTypes
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.Ordinal)
    {
        ["text"] = typeof(string),
        ["guid"] = typeof(Guid),
        ["int"] = typeof(int),
        ["long"] = typeof(long),
        ["bool"] = typeof(bool),
        ["real"] = typeof(double),
        ["time"] = typeof(DateTime),
        ["moment"] = typeof(DateTimeOffset),
        ["date"] = typeof(DateOnly),
        ["clock"] = typeof(TimeOnly),
        ["bytes"] = typeof(byte[]),
    };

    private static readonly Dictionary<Type, string> Names = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    /// <exception cref="NotSupportedException">No archive has a form for it yet.</exception>
    public static string NameOf(Type type) => Names.TryGetValue(type, out var name) ? name : throw new NotSupportedException($"An archive has no form for {type}.");
}
