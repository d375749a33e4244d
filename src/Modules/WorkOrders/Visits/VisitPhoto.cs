using ServicePlatform.Data;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>A photo taken at a visit. It stays with its visit until the job's words go (see <see cref="Privacy.JobWords"/>).</summary>
internal sealed class VisitPhoto : Entity
{
    public Guid VisitId { get; init; }

    public Guid FileId { get; init; }

    /// <summary>The photo step that it answers, or null for a further one.</summary>
    public string? StepCode { get; init; }

    /// <summary>What it shows: as typed, or what the step asks for in Chinese.</summary>
    public string? Angle { get; init; }

    /// <summary>What the step asks for, in English.</summary>
    public string? EnglishAngle { get; init; }

    public LocalText? AngleWords() => LocalText.Of(Angle, EnglishAngle);

    /// <summary>UTC time on the device.</summary>
    public DateTime TakenAt { get; init; }

    /// <summary>UTC time at the server.</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>Of the stored bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The same picture is evidence of another order too; the reviewer is told.</summary>
    public bool IsRepeated { get; init; }
}
