namespace ServicePlatform.Settings;

/// <summary>Settings of the current site: one record per concern, with its defaults in its initialisers.</summary>
public interface ISettings
{
    /// <summary>The saved values, or the defaults.</summary>
    Task<T> GetAsync<T>(CancellationToken cancellationToken)
        where T : class, new();

    /// <summary>How often they have been saved, for forms that must not overwrite each other; -1 while the defaults hold.</summary>
    Task<int> VersionAsync<T>(CancellationToken cancellationToken)
        where T : class, new();

    /// <summary>Saves in the current transaction.</summary>
    Task SetAsync<T>(T value, CancellationToken cancellationToken)
        where T : class, new();
}
