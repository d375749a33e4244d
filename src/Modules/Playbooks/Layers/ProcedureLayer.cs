using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Layers;

/// <summary>What one owner says about a procedure, for all machines or for one model: a chain of versions with at most one draft.</summary>
internal sealed class ProcedureLayer : Entity, IVersioned
{
    private ProcedureLayer()
    {
    }

    public ProcedureLayer(Guid procedureId, DefinitionOwner owner, Guid? modelId, SerialRange? serials)
    {
        ProcedureId = procedureId;
        Layer = owner.Layer;
        PrincipalId = owner.PrincipalId;
        OrganisationPath = owner.OrganisationPath;
        ModelId = modelId;
        SerialFirst = serials?.First;
        SerialLast = serials?.Last;
        ScopeKey = KeyOf(owner, modelId, serials);
    }

    public Guid ProcedureId { get; private init; }

    public DefinitionLayer Layer { get; private init; }

    public Guid? PrincipalId { get; private init; }

    public string? OrganisationPath { get; private init; }

    public Guid? ModelId { get; private init; }

    public string? SerialFirst { get; private init; }

    public string? SerialLast { get; private init; }

    /// <summary>One layer per owner and scope: what an index over nullable columns cannot say.</summary>
    public string ScopeKey { get; private init; } = "";

    /// <summary>Number of the newest version, draft or not.</summary>
    public int NewestNumber { get; private set; }

    public int? DraftNumber { get; private set; }

    public int Version { get; private set; }

    public DefinitionOwner Owner => new(Layer, PrincipalId, OrganisationPath);

    public SerialRange? Serials => SerialFirst is null || SerialLast is null ? null : new(SerialFirst, SerialLast);

    /// <summary>How a path begins in a key: a part of its own.</summary>
    public static string PathInKey(string path) => "|" + path;

    public static string KeyOf(DefinitionOwner owner, Guid? modelId, SerialRange? serials) =>
        string.Join('|', owner.Layer, owner.PrincipalId?.ToString("N"), owner.OrganisationPath, modelId?.ToString("N"), serials?.First, serials?.Last);

    /// <summary>Opens a draft: empty, or with what another version says.</summary>
    /// <param name="number">Higher than the newest; null for the next one.</param>
    /// <returns>Null where a draft is open already.</returns>
    public ProcedureVersion? OpenDraft(LocalText? title, IReadOnlyList<PartChange<StepContent>> changes, Guid author, DateTime now, int? number = null)
    {
        if (DraftNumber is not null)
        {
            return null;
        }

        NewestNumber = Math.Max(number ?? 0, NewestNumber + 1);
        DraftNumber = NewestNumber;
        return new ProcedureVersion(Id, NewestNumber, title, changes, author, now);
    }

    /// <summary>The draft was published or thrown away; the number of a draft that was thrown away is given again.</summary>
    public void CloseDraft(bool published)
    {
        NewestNumber -= published ? 0 : 1;
        DraftNumber = null;
    }
}
