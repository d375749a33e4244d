using ServicePlatform.Geography;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Visits.Queries;

/// <summary>Makes what screens show of visits.</summary>
internal sealed class VisitViews(IOrganisationReader organisations, ITechnicianReader technicians)
{
    /// <param name="visits">With lines, steps, photos and filter changes.</param>
    /// <param name="machines">Those of the visits that the actor may see.</param>
    public async Task<IReadOnlyList<VisitView>> ReadAsync(
        IReadOnlyCollection<Visit> visits, IReadOnlyDictionary<Guid, MachineView> machines, CancellationToken cancellationToken)
    {
        if (visits.Count == 0)
        {
            return [];
        }

        var outlets = await organisations.GetByPathAsync([.. visits.Select(visit => visit.HolderPath).Distinct(StringComparer.Ordinal)], cancellationToken);
        var people = await technicians.GetAsync([.. visits.Select(visit => visit.TechnicianId).OfType<Guid>().Distinct()], cancellationToken);
        return [.. visits.Select(visit => Of(
            visit,
            outlets.GetValueOrDefault(visit.HolderPath)?.Name ?? "",
            visit.TechnicianId is { } id ? people.GetValueOrDefault(id)?.Name : null,
            machines))];
    }

    public static VisitReading Reading(VisitStep step) =>
        new(step.Code, step.TitleWords().Shown, step.Reading!.Value, step.Value!.Value, step.Unit, step.Minimum, step.Maximum, step.Remedy);

    public static PhotoView Photo(VisitPhoto photo) =>
        new(photo.FileId, photo.StepCode, photo.AngleWords()?.Shown, photo.TakenAt, photo.ReceivedAt, photo.Sha256, photo.IsRepeated);

    private static VisitView Of(Visit visit, string outlet, string? technician, IReadOnlyDictionary<Guid, MachineView> machines)
    {
        var steps = visit.Steps.OrderBy(step => step.Order).ToList();
        var numbers = visit.Lines.ToDictionary(line => line.LineId, line => line.Number);
        return new VisitView(
            visit.Id,
            visit.Number,
            visit.State,
            outlet,
            visit.TechnicianId,
            technician,
            visit.CreatedAt,
            visit.RequestedFrom,
            visit.RequestedUntil,
            visit.PlannedFrom,
            visit.PlannedUntil,
            visit.ConfirmedAt,
            visit.TravelStartedAt,
            visit.ArrivedAt,
            visit.WorkStartedAt,
            visit.EndedAt,
            visit.BookingNote,
            Arrival(visit),
            [.. visit.Lines.OrderBy(line => line.Number).Select(line => Line(line, machines))],
            LocalText.Of(visit.ProcedureTitle, visit.EnglishProcedureTitle)?.Shown,
            steps.Count(step => step.IsDone),
            steps.ConvertAll(step => Step(step, numbers.GetValueOrDefault(step.LineId))),
            [.. steps.Where(step => step is { Reading: not null, Value: not null }).Select(Reading)],
            [.. visit.Photos.OrderBy(photo => photo.TakenAt).Select(Photo)],
            [.. visit.FilterChanges.OrderBy(change => change.Position).Select(change => Change(change, machines))],
            visit.SignerName,
            visit.SignedAt,
            visit.SignatureFileId,
            visit.SignatureVoidReason,
            visit.Finding,
            visit.Conclusion,
            visit.EndReason,
            visit.EndNote);
    }

    private static ArrivalView? Arrival(Visit visit)
    {
        if (visit.ArrivalOutcome is not { } outcome)
        {
            return null;
        }

        GeoPoint? position = visit is { ArrivalLatitude: { } latitude, ArrivalLongitude: { } longitude, ArrivalDatum: { } datum }
            ? new GeoPoint(latitude, longitude, datum)
            : null;
        return new ArrivalView(outcome, position, visit.ArrivalAccuracyMetres, visit.ArrivalDistanceMetres);
    }

    private static VisitLineView Line(VisitLine line, IReadOnlyDictionary<Guid, MachineView> machines) =>
        new(line.Number, line.JobType, line.MachineId, line.MachineId is { } id ? machines.GetValueOrDefault(id)?.ModelName : null, line.Outcome);

    private static FilterChangeView Change(FilterChange change, IReadOnlyDictionary<Guid, MachineView> machines) => new(
        change.MachineId,
        change.Position,
        machines.GetValueOrDefault(change.MachineId)?.Filters.FirstOrDefault(filter => filter.Position == change.Position)?.Name,
        change.Serial,
        change.At);

    private static StepView Step(VisitStep step, int lineNumber) => new(
        step.Order,
        step.Code,
        lineNumber,
        step.Section,
        step.Kind,
        step.TitleWords().Shown,
        step.InstructionWords()?.Shown,
        step.IsMandatory,
        step.Reading,
        step.Unit,
        step.Minimum,
        step.Maximum,
        step.Minimum is null && step.Maximum is null ? null : Limits.Describe(step.Minimum, step.Maximum, step.Unit),
        step.RemedyWords()?.Shown,
        step.FlushPosition,
        step.MinimumMinutes,
        step.AngleWords()?.Shown,
        step.Layer,
        step.LayerName,
        step.DefinitionVersion,
        step.DoneAt,
        step.Value,
        step.Text,
        step.Remedy,
        step.Minutes,
        step.IsOutside);
}
