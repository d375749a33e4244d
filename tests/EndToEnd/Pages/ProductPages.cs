using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests.Pages;

/// <summary>Every address of the product that can be opened, read from the controllers of the built host.</summary>
internal static class ProductPages
{
    /// <summary>Addresses by their templates, those with the most fixed words first.</summary>
    private static readonly IReadOnlyList<(string Template, Regex Address)> All = Read()
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(template => template.Split('/').Count(part => !part.Contains('{', StringComparison.Ordinal)))
        .ThenBy(template => template, StringComparer.Ordinal)
        .Select(template => (template, Compile(template)))
        .ToList();

    public static IEnumerable<string> Templates => All.Select(page => page.Template);

    /// <summary>The template of an address within a site; null where the product has no such page.</summary>
    /// <param name="path">Without the site's prefix, with a leading slash.</param>
    public static string? Find(string path) => All.FirstOrDefault(page => page.Address.IsMatch(path.Trim('/'))).Template;

    private static IEnumerable<string> Read()
    {
        var folder = Path.Combine(Repository.Root, "src/Host/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");
        var context = new AssemblyLoadContext("host");
        context.Resolving += (loader, name) => Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? loader.LoadFromAssemblyPath(path) : null;
        return Directory.GetFiles(folder, "ServicePlatform.*.dll")
            .SelectMany(path => context.LoadFromAssemblyPath(path).GetTypes())
            .Where(type => !type.IsAbstract && typeof(ControllerBase).IsAssignableFrom(type))
            .SelectMany(Gets);
    }

    private static IEnumerable<string> Gets(Type controller)
    {
        var prefix = controller.GetCustomAttribute<RouteAttribute>()?.Template ?? "";
        return controller.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .SelectMany(method => method.GetCustomAttributes<HttpMethodAttribute>())
            .Where(attribute => attribute.HttpMethods.Contains("GET", StringComparer.Ordinal))
            .Select(attribute => attribute.Template ?? "")
            .Select(template => template.StartsWith('/') ? template.Trim('/') : $"{prefix.Trim('/')}/{template}".Trim('/'));
    }

    private static Regex Compile(string template) => new(
        "^" + string.Join('/', template.Split('/').Select(Segment)) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Segment(string part) => part switch
    {
        ['{', ..] when part.Contains(":guid", StringComparison.Ordinal) => "[0-9a-fA-F-]{36}",
        ['{', ..] when part.Contains(":int", StringComparison.Ordinal) => "[0-9]+",
        _ when part.Contains('{', StringComparison.Ordinal) => "[^/]+",
        _ => Regex.Escape(part),
    };
}
