using System.Text.Json;

namespace ServicePlatform.EndToEndTests.Fixture;

/// <summary>The sources that the tests read: the demo's recipe and material.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, path)));
        return document.RootElement.Clone();
    }

    public static string Photo(string file) => Path.Combine(Root, "src/Plugins/Demo/Material/photos", file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServicePlatform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
