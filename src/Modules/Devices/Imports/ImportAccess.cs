using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Files;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Imports;

internal static class ImportScope
{
    /// <summary>A person's own imports; all of them for who sees everything.</summary>
    public static IQueryable<Import> OfActor(this IQueryable<Import> imports, IActor actor) =>
        actor.SeesEverything ? imports : imports.Where(import => import.CreatedBy == actor.UserId);

    /// <summary>An import that neither runs nor is done, in the version that was seen.</summary>
    public static async Task<Result<Import>> OpenAsync(this IQueryable<Import> imports, Guid id, int version, IActor actor, CancellationToken cancellationToken)
    {
        var import = await imports.OfActor(actor).FirstOrDefaultAsync(known => known.Id == id, cancellationToken);
        return import is null ? Failure.NotFound("devices.import-not-found")
            : import.State == ImportState.Done ? Failure.Conflict("devices.import-done")
            : import.State == ImportState.Running ? Failure.Conflict("devices.import-running")
            : import.Version != version ? new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new(version, import.Version) }
            : import;
    }
}

/// <summary>The uploaded table and the rows left out are read by those who may see the import.</summary>
internal sealed class ImportFileAccess(ISiteDb db, IActorContext actors) : IFileAccess
{
    public string SubjectKind => Import.Kind;

    public async Task<bool> MayReadAsync(Guid subjectId, CancellationToken cancellationToken) =>
        actors.Current.Can(DevicePermissions.Import)
        && await db.List<Import>().OfActor(actors.Current).AnyAsync(import => import.Id == subjectId, cancellationToken);
}
