using ServicePlatform.Commands;
using ServicePlatform.Settings;

namespace ServicePlatform.Accounts.Settings;

internal static class StaleSettings
{
    /// <summary>The refusal of a form that was opened before somebody else saved; null for a fresh one.</summary>
    public static async Task<Failure?> StaleAsync<T>(this ISettings settings, int version, CancellationToken cancellationToken)
        where T : class, new()
    {
        var current = await settings.VersionAsync<T>(cancellationToken);
        return current == version ? null : new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(version, current) };
    }
}
