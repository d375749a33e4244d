using System.Collections;
using System.Reflection;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>Finds the static collection of a plugin that holds the most, since that is where leaks mostly are.</summary>
internal static class StaticHolds
{
    private const int WorthNaming = 16;

    /// <returns>Its name and how many entries it holds; null where none holds many.</returns>
    public static string? Largest(Assembly assembly)
    {
        var largest = assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && typeof(ICollection).IsAssignableFrom(field.FieldType))
            .Select(field => (Name: $"{field.DeclaringType!.Name}.{field.Name}", Count: Count(field)))
            .DefaultIfEmpty()
            .MaxBy(field => field.Count);
        return largest.Count >= WorthNaming ? $"{largest.Name} ({largest.Count})" : null;
    }

    private static int Count(FieldInfo field)
    {
        try
        {
            return (field.GetValue(null) as ICollection)?.Count ?? 0;
        }
        catch (Exception exception) when (exception is TargetInvocationException or TypeInitializationException or InvalidOperationException)
        {
            return 0;
        }
    }
}
