using System.Collections;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>The answer that changes nothing: an empty list, or no.</summary>
internal static class Neutral
{
    private static readonly Type[] Lists = [typeof(IEnumerable<>), typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>)];

    public static bool Has(Type type) => type == typeof(bool) || ElementOf(type) is not null;

    public static object? Of(Type type) => ElementOf(type) is { } element ? Array.CreateInstance(element, 0) : false;

    /// <summary>Of what a type is a list; null for other types.</summary>
    public static Type? ElementOf(Type type) => type.IsGenericType && Lists.Contains(type.GetGenericTypeDefinition()) ? type.GenericTypeArguments[0] : null;

    public static Array Copy(object list, Type element)
    {
        var items = new ArrayList();
        foreach (var item in (IEnumerable)list)
        {
            items.Add(item);
        }

        return items.ToArray(element);
    }
}
