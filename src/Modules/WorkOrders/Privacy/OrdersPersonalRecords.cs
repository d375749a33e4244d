using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Privacy;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Privacy;

/// <summary>
/// What was asked, said and signed at his jobs. That a job was done, when, by whom, with what reading and which filter stays; what people
/// typed, photographed and signed goes.
/// </summary>
internal sealed class OrdersPersonalRecords(ISiteDb db, JobWords words, IPersonalTraces traces) : IPersonalRecords, IPersonalSubjects
{
    private const string Because = "what is held of one person is copied or erased as a whole, whoever sees it";

    public int Order => 10;

    public async Task<Failure?> WhyKeptAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var orders = await db.Unscoped<Order>(Because).Where(order => order.CustomerId == customerId && order.EndedAt == null).Select(order => order.Number).ToListAsync(cancellationToken);
        var requests = await db.Unscoped<Request>(Because)
            .Where(request => request.CustomerId == customerId && (request.State == RequestState.New || request.State == RequestState.Triaged)).Select(request => request.Number).ToListAsync(cancellationToken);
        return orders.Count + requests.Count == 0 ? null : Failure.Conflict("orders.customer-has-open-jobs", string.Join(", ", orders.Concat(requests).Order(StringComparer.Ordinal)));
    }

    public async Task<IReadOnlyList<PersonalSection>> CopyAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var requests = await db.Unscoped<Request>(Because).Where(request => request.CustomerId == customerId).OrderBy(request => request.CreatedAt).ToListAsync(cancellationToken);
        var orders = await db.Unscoped<Order>(Because).Where(order => order.CustomerId == customerId).OrderBy(order => order.CreatedAt).ToListAsync(cancellationToken);
        var visits = await db.Unscoped<Visit>(Because).Include(visit => visit.Steps).Include(visit => visit.Photos).AsSplitQuery()
            .Where(visit => visit.CustomerId == customerId).OrderBy(visit => visit.CreatedAt).ToListAsync(cancellationToken);
        return
        [
            new("requests", [.. requests.Select(request => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["number"] = request.Number,
                ["at"] = request.CreatedAt,
                ["channel"] = request.Channel,
                ["description"] = request.Description,
                ["contactPhone"] = request.ContactPhone,
                ["state"] = request.State,
                ["note"] = request.TriageNote,
                ["outcome"] = request.Outcome,
            })]),
            new("orders", [.. orders.Select(order => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["number"] = order.Number,
                ["at"] = order.CreatedAt,
                ["jobType"] = order.JobType,
                ["description"] = order.Description,
                ["contactPhone"] = order.ContactPhone,
                ["note"] = order.InternalNote,
                ["state"] = order.State,
                ["endedAt"] = order.EndedAt,
                ["endNote"] = order.EndNote,
            })]),
            new("visits", [.. visits.Select(visit => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["number"] = visit.Number,
                ["plannedFrom"] = visit.PlannedFrom,
                ["plannedUntil"] = visit.PlannedUntil,
                ["arrivedAt"] = visit.ArrivedAt,
                ["endedAt"] = visit.EndedAt,
                ["bookingNote"] = visit.BookingNote,
                ["finding"] = visit.Finding,
                ["conclusion"] = visit.Conclusion,
                ["endNote"] = visit.EndNote,
                ["signedBy"] = visit.SignerName,
                ["signedAt"] = visit.SignedAt,
                ["signature"] = visit.SignatureFileId is { } signature ? $"/files/{signature}" : null,
                ["photos"] = visit.Photos.Select(photo => $"/files/{photo.FileId}"),
                ["steps"] = visit.Steps.Where(step => step.IsDone).OrderBy(step => step.Order).Select(step => new { step.Title, step.Value, step.Unit, step.Text, step.Remedy, step.DoneAt }),
            })]),
        ];
    }

    public async Task<IReadOnlyList<Guid>> OfCustomerAsync(Guid customerId, CancellationToken cancellationToken) =>
    [
        .. await db.Unscoped<Request>(Because).Where(request => request.CustomerId == customerId).Select(request => request.Id).ToListAsync(cancellationToken),
        .. await db.Unscoped<Order>(Because).Where(order => order.CustomerId == customerId).Select(order => order.Id).ToListAsync(cancellationToken),
        .. await db.Unscoped<Visit>(Because).Where(visit => visit.CustomerId == customerId).Select(visit => visit.Id).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(PersonErasure person, CancellationToken cancellationToken)
    {
        var orders = await db.Unscoped<Order>(Because).Where(order => order.CustomerId == person.CustomerId).Select(order => order.Id).ToListAsync(cancellationToken);
        await words.ClearAsync(orders, cancellationToken);
        await words.ClearRequestsAsync(db.Unscoped<Request>(Because).Where(request => request.CustomerId == person.CustomerId), cancellationToken);
        var subjects = await OfCustomerAsync(person.CustomerId, cancellationToken);
        await traces.ClearTimelineAsync(subjects, person.Words, [], cancellationToken);
        await traces.DeleteFilesAsync(subjects, cancellationToken);
    }
}

internal sealed class OrdersPersonalColumns : IPersonalColumns
{
    private const string Procedure = "words of the procedure";

    public IReadOnlyCollection<string> OfCustomers { get; } =
    [
        "WorkOrders_Requests.Description", "WorkOrders_Requests.ContactPhone", "WorkOrders_Requests.TriageNote", "WorkOrders_Requests.Outcome",
        "WorkOrders_Orders.Description", "WorkOrders_Orders.ContactPhone", "WorkOrders_Orders.InternalNote", "WorkOrders_Orders.EndNote",
        "WorkOrders_Assignments.Note", "WorkOrders_Pauses.Note",
        "WorkOrders_Visits.BookingNote", "WorkOrders_Visits.SignerName", "WorkOrders_Visits.SignatureVoidReason", "WorkOrders_Visits.Finding",
        "WorkOrders_Visits.Conclusion", "WorkOrders_Visits.EndNote", "WorkOrders_Visits.ArrivalLatitude", "WorkOrders_Visits.ArrivalLongitude",
        "WorkOrders_VisitSteps.Text", "WorkOrders_VisitSteps.Remedy", "WorkOrders_VisitPhotos.Angle",
    ];

    public IReadOnlyCollection<string> OfStaff { get; } = [];

    public IReadOnlyDictionary<string, string> NotPersonal { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["WorkOrders_Visits.ProcedureTitle"] = Procedure,
        ["WorkOrders_Visits.EnglishProcedureTitle"] = Procedure,
        ["WorkOrders_VisitSteps.Title"] = Procedure,
        ["WorkOrders_VisitSteps.EnglishTitle"] = Procedure,
        ["WorkOrders_VisitSteps.RemedyAdvice"] = Procedure,
        ["WorkOrders_VisitSteps.EnglishRemedyAdvice"] = Procedure,
        ["WorkOrders_VisitSteps.LayerName"] = "name of a brand or dealer",
        ["WorkOrders_VisitSteps.PhotoAngle"] = Procedure,
        ["WorkOrders_VisitSteps.EnglishPhotoAngle"] = Procedure,
        ["WorkOrders_VisitSteps.Value"] = "a reading of the water or the machine",
        ["WorkOrders_StateChanges.To"] = "a state",
        ["WorkOrders_VisitPhotos.EnglishAngle"] = Procedure,
        ["WorkOrders_Assignments.ReasonCode"] = "one of a list",
    };
}
