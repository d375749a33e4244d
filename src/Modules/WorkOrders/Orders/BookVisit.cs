using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Numbers;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class BookVisitValidator : AbstractValidator<BookVisit>
{
    public BookVisitValidator(IStringLocalizer<Texts> texts, IClock clock)
    {
        RuleFor(command => command.From).Must(from => from > clock.UtcNow).WithMessage(_ => texts["Validation.WindowPast"]);
        RuleFor(command => command.From).Must(from => from < clock.UtcNow.AddYears(1)).WithMessage(_ => texts["Validation.WindowFar"]);
        RuleFor(command => command.Until)
            .Must((command, until) => until - command.From >= TimeSpan.FromMinutes(30) && until - command.From <= TimeSpan.FromHours(8))
            .WithMessage(_ => texts["Validation.WindowLength"]);
        RuleFor(command => command.Note).MaximumLength(Lengths.Text);
    }
}

internal sealed class BookVisitHandler(
    ISiteDb db, Jobs jobs, Diaries diaries, ITechnicianReader technicians, INumbers numbers, Journal journal, ISiteContext site, IClock clock)
    : ICommandHandler<BookVisit, Guid>
{
    public async Task<Result<Guid>> HandleAsync(BookVisit command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var order = found.Value;
        if (await EnterAsync(command, order, cancellationToken) is { } busy)
        {
            return busy;
        }

        var earlier = await jobs.OpenVisitAsync(order, cancellationToken);
        return earlier is { State: VisitState.Proposed } && earlier.PlannedFrom == command.From && earlier.PlannedUntil == command.Until
            ? Agree(command, order, earlier)
            : await MoveAsync(command, order, earlier, cancellationToken);
    }

    private async Task<Failure?> EnterAsync(BookVisit command, Order order, CancellationToken cancellationToken) =>
        command.Confirmed && await NamedAsync(order, cancellationToken) is { } technician
            ? await diaries.EnterAsync(technician, order.Id, (command.From, command.Until), command.Anyway, nameof(command.From), cancellationToken)
            : null;

    private async Task<TechnicianSummary?> NamedAsync(Order order, CancellationToken cancellationToken) =>
        order.TechnicianId is { } id ? (await technicians.GetAsync([id], cancellationToken)).GetValueOrDefault(id) : null;

    /// <summary>The customer agrees to what was proposed.</summary>
    private Result<Guid> Agree(BookVisit command, Order order, Visit visit)
    {
        if (order.CanBook() is { } failure)
        {
            return failure;
        }

        return command.Confirmed ? Appoint(command, order, visit) : visit.Id;
    }

    private async Task<Result<Guid>> MoveAsync(BookVisit command, Order order, Visit? earlier, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        if (earlier is not null)
        {
            if (earlier.Reschedule(now) is { } underWay)
            {
                return underWay;
            }

            order.CallOff(now);
            journal.Write(earlier);
        }

        if (order.CanBook() is { } failure)
        {
            return failure;
        }

        var visit = await MakeAsync(command, order, cancellationToken);
        return Appoint(command, order, visit);
    }

    private async Task<Visit> MakeAsync(BookVisit command, Order order, CancellationToken cancellationToken)
    {
        var technician = await NamedAsync(order, cancellationToken);
        var now = clock.UtcNow;
        var visit = new Visit
        {
            Number = await numbers.NextAsync("VI", cancellationToken),
            OrderId = order.Id,
            PrincipalId = order.PrincipalId,
            HolderPath = order.HolderPath,
            CustomerId = order.CustomerId,
            AddressId = order.AddressId,
            MachineId = order.OpenLines.FirstOrDefault()?.MachineId,
            JobType = order.OpenLines.FirstOrDefault()?.JobType ?? order.JobType,
            CategoryCode = order.CategoryCode,
            CreatedAt = now,
            RequestedFrom = order.WishedFrom,
            RequestedUntil = order.WishedUntil,
            PlannedFrom = command.From,
            PlannedUntil = command.Until,
            BookingNote = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(),
        };
        foreach (var line in order.OpenLines)
        {
            visit.Take(line.Id, line.Number, line.MachineId, line.JobType);
        }

        if (technician is not null)
        {
            visit.GiveTo(technician.Id, technician.OrganisationPath, now);
        }

        db.Set<Visit>().Add(visit);
        return visit;
    }

    private Result<Guid> Appoint(BookVisit command, Order order, Visit visit)
    {
        var now = clock.UtcNow;
        if (command.Confirmed && visit.Confirm(now) is { } failure)
        {
            return failure;
        }

        order.Appoint(visit.Id, command.From, command.Until, command.Confirmed, AppointmentWindow.Describe(command.From, command.Until, site.TimeZone), now, site.TimeZone);
        journal.Write(visit, order);
        return visit.Id;
    }
}
