using ServicePlatform.Data;

namespace ServicePlatform.Playbooks.Procedures;

/// <summary>
/// A procedure that all layers write at together. One procedure answers for a kind of job and a category, so that no layer
/// can escape what a higher one says by writing a procedure of its own.
/// </summary>
internal sealed class Procedure : Entity
{
    private readonly List<ProcedureJob> _jobs = [];

    private Procedure()
    {
    }

    public Procedure(string code, string categoryCode)
    {
        Code = code;
        CategoryCode = categoryCode;
    }

    /// <summary>Unique in the site, lower case: <c>purifier-install</c>.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Empty for every category that has no procedure of its own.</summary>
    public string CategoryCode { get; private set; } = "";

    public IReadOnlyList<ProcedureJob> Jobs => _jobs;

    public IReadOnlyList<string> JobTypes => [.. _jobs.Select(job => job.JobType).Order(StringComparer.Ordinal)];

    public void ServeJobs(string categoryCode, IReadOnlyCollection<string> jobTypes)
    {
        _jobs.RemoveAll(job => job.CategoryCode != categoryCode || !jobTypes.Contains(job.JobType, StringComparer.Ordinal));
        CategoryCode = categoryCode;
        _jobs.AddRange(jobTypes
            .Distinct(StringComparer.Ordinal)
            .Where(type => _jobs.TrueForAll(job => job.JobType != type))
            .Select(type => new ProcedureJob(Id, type, categoryCode)));
    }
}

/// <summary>A kind of job that a procedure is for.</summary>
internal sealed class ProcedureJob(Guid procedureId, string jobType, string categoryCode)
{
    public Guid ProcedureId { get; private init; } = procedureId;

    public string JobType { get; private init; } = jobType;

    public string CategoryCode { get; private init; } = categoryCode;
}
