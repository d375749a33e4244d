namespace ServicePlatform.Data;

/// <summary>Why an organisation may see a customer or machine.</summary>
public enum GrantReason
{
    Sale,
    Installation,
    OpenJob,
}

/// <summary>Lets organisations see customers and machines for a reason and a time.</summary>
public interface IAccessGrants
{
    /// <summary>Safe to repeat for the same subject, organisation, reason and cause.</summary>
    /// <param name="cause">The sale, installation or job that it rests on.</param>
    Task GrantAsync(Subject subject, string organisationPath, GrantReason reason, Guid cause, CancellationToken cancellationToken);

    /// <summary>Ends what rests on the cause from now on. With <paramref name="organisationPath"/>, only for that organisation.</summary>
    Task EndAsync(GrantReason reason, Guid cause, string? organisationPath, CancellationToken cancellationToken);
}

/// <summary>Reads which grants hold now.</summary>
public interface IGrantReader
{
    /// <summary>Those of the subjects for which the organisation at the path, or one below it, holds a grant for one of the reasons.</summary>
    Task<IReadOnlySet<Guid>> HeldAsync(
        string subjectKind,
        IReadOnlyCollection<Guid> subjectIds,
        string organisationPath,
        IReadOnlyCollection<GrantReason> reasons,
        CancellationToken cancellationToken);
}
