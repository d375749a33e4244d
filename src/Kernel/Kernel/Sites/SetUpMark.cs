namespace ServicePlatform.Kernel.Sites;

/// <summary>
/// A file in the folder of a site whose database was made there by a set-up that has not come to its end. Nobody was let in yet, so
/// all of it may be made anew.
/// </summary>
internal static class SetUpMark
{
    private const string Name = "set-up-unfinished";

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>Marks a folder in which there is nothing yet.</summary>
    public static void SetIfNew(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, Name), "");
        }
    }

    public static void Remove(string folder) => File.Delete(Path.Combine(folder, Name));
}
