namespace ServicePlatform.Data;

/// <summary>Keeps what the kernel stores by path in step with the organisation tree.</summary>
public interface IHolderPaths
{
    /// <summary>
    /// A node was moved: in held rows of every module, in grants and in the scopes of accounts, what began with
    /// <paramref name="oldPath"/> begins with <paramref name="newPath"/>. Joins the current transaction and takes effect at once.
    /// </summary>
    Task RenameAsync(string oldPath, string newPath, CancellationToken cancellationToken);
}
