namespace ServicePlatform.Data.Files;

/// <summary>The folder below which the files of the scope's site lie.</summary>
/// <param name="Path">Absolute.</param>
internal sealed record FileRoot(string Path);
