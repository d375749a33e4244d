namespace ServicePlatform.Playbooks.Contracts;

/// <summary>The jobs that a layer of a procedure is for; null parts mean all.</summary>
/// <param name="OrganisationPath">The node and everything below it.</param>
public sealed record ProcedureReach(
    IReadOnlyList<string> JobTypes,
    Guid? PrincipalId,
    string? OrganisationPath,
    string? CategoryCode,
    Guid? ModelId);

/// <param name="NotStarted">Open jobs that will take the new version when their work starts.</param>
/// <param name="Started">Jobs at work, which keep the version that they began with.</param>
public sealed record OpenJobs(int NotStarted, int Started);

/// <summary>Says what a change of a procedure touches. Implemented by the module that runs jobs; asked before publishing.</summary>
public interface IProcedureImpact
{
    Task<OpenJobs> CountOpenJobsAsync(ProcedureReach reach, CancellationToken cancellationToken);
}

/// <summary>A version of a procedure's layer was published.</summary>
public sealed record ProcedurePublished(Guid LayerId, int Number, ProcedureReach Reach, DateTime From) : Events.IEvent;
