namespace ServicePlatform.Data.Migrations;

/// <summary>The database was migrated by a newer build of the product.</summary>
public sealed class NewerDatabaseException(IReadOnlyList<string> migrations)
    : InvalidOperationException($"The database was used with a newer version of ServicePlatform: this one does not know {string.Join(", ", migrations)}. Install that version again, or restore an archive that was made before.")
{
    /// <summary>Ids of the migrations that this build does not know.</summary>
    public IReadOnlyList<string> Migrations => migrations;
}
