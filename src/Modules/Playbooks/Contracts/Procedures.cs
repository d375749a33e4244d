using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Playbooks.Contracts;

/// <summary>The six sections of a procedure, in their order.</summary>
public enum ProcedureSection
{
    Workplace,
    Installation,
    Commissioning,
    Inspection,
    OrderFilling,
    Finishing,
}

public enum StepKind
{
    Tick,
    Reading,
    Photo,
    Flush,
    Signature,
    Text,
    /// <summary>A filter change, at the position that the step names or at those that the technician says.</summary>
    FilterChange,
}

/// <summary>Which layer and version a part of a definition comes from.</summary>
/// <param name="Layer">Code of the layer: <c>platform</c>, <c>brand</c>, <c>region</c>, <c>dealer</c>.</param>
/// <param name="LayerName">Whose layer, for people: the brand's or the dealer's name.</param>
public sealed record Provenance(string Layer, string LayerName, Guid DefinitionId, int DefinitionVersion);

/// <summary>A step of a procedure that holds for one job.</summary>
/// <param name="Order">1 for the first.</param>
/// <param name="Code">Stable within the procedure.</param>
/// <param name="Minimum">Least accepted reading; outside it an approved remedy must be named.</param>
/// <param name="FlushPosition">Filter position that is flushed or changed.</param>
/// <param name="MinimumMinutes">Least duration of a flush.</param>
/// <param name="PhotoAngle">What the photo shows.</param>
/// <param name="Remedy">What to do where a reading lies outside its limits.</param>
public sealed record ResolvedStep(
    int Order,
    string Code,
    ProcedureSection Section,
    StepKind Kind,
    string Title,
    string? Instruction,
    bool IsMandatory,
    ReadingKind? Reading,
    string? Unit,
    double? Minimum,
    double? Maximum,
    int? FlushPosition,
    int? MinimumMinutes,
    string? PhotoAngle,
    Provenance Provenance,
    string? Remedy = null)
{
    /// <summary>Its words in both languages, for whoever keeps the step; null where it has none but those above.</summary>
    public StepWording? Wording { get; init; }
}

public sealed record StepWording(LocalText Title, LocalText? Instruction, LocalText? PhotoAngle, LocalText? Remedy);

public sealed record ResolvedProcedure(string Code, string Title, IReadOnlyList<ResolvedStep> Steps)
{
    /// <summary>In both languages, for whoever keeps it.</summary>
    public LocalText? Wording { get; init; }
}

/// <summary>What a procedure is asked for.</summary>
/// <param name="OrganisationPath">Of the outlet that does the job: decides the region's and dealer's layers.</param>
/// <param name="JobType">As in WorkOrders: <c>install</c>, <c>repair</c>, <c>filter-change</c>.</param>
public sealed record ProcedureQuestion(
    Guid PrincipalId,
    string OrganisationPath,
    string CategoryCode,
    Guid? ModelId,
    string JobType,
    DateTime At,
    string? Serial = null);

public interface IProcedureReader
{
    /// <summary>The procedure that holds, all layers together, in the current language; null if none is published.</summary>
    Task<ResolvedProcedure?> ResolveAsync(ProcedureQuestion question, CancellationToken cancellationToken);
}

public static class PlaybookPermissions
{
    public const string View = "playbooks.view";
    /// <summary>Edit the layers of the brand.</summary>
    public const string Edit = "playbooks.edit";
    /// <summary>Edit the dealer's own layer.</summary>
    public const string EditOwn = "playbooks.edit-own";
}
