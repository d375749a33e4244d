using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Privacy;

/// <summary>Holds a customer: neither erasing nor retention touches what is his until the hold is lifted.</summary>
/// <param name="Reason">The matter: a file number, an authority's letter. Read by those who may hold.</param>
[RequirePermission(CrmPermissions.Hold)]
internal sealed record HoldCustomer(Guid CustomerId, string Reason) : ICommand<Guid>;

/// <summary>Lifts the hold of a customer.</summary>
/// <param name="Reason">Why it is over.</param>
[RequirePermission(CrmPermissions.Hold)]
internal sealed record LiftHold(Guid CustomerId, string Reason) : ICommand<Guid>;

/// <summary>The holds of a customer, the newest first.</summary>
[RequirePermission(CrmPermissions.Hold)]
internal sealed record ListHolds(Guid CustomerId) : IQuery<CustomerHolds>;

internal sealed record CustomerHolds(string Number, string Name, bool IsErased, IReadOnlyList<HoldLine> Lines)
{
    public HoldLine? Standing => Lines.FirstOrDefault(line => line.Hold.LiftedAt is null);
}

/// <param name="By">Name of who held; null for somebody who is gone.</param>
internal sealed record HoldLine(LegalHold Hold, string? By, string? LiftedBy);

internal sealed class HoldCustomerValidator : AbstractValidator<HoldCustomer>
{
    public HoldCustomerValidator() => RuleFor(command => command.Reason).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class LiftHoldValidator : AbstractValidator<LiftHold>
{
    public LiftHoldValidator() => RuleFor(command => command.Reason).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class HoldCustomerHandler(ISiteDb db, IActorContext actors, ITimeline timeline, IClock clock) : ICommandHandler<HoldCustomer, Guid>
{
    public async Task<Result<Guid>> HandleAsync(HoldCustomer command, CancellationToken cancellationToken)
    {
        if (await db.List<Customer>().SingleOrDefaultAsync(row => row.Id == command.CustomerId, cancellationToken) is not { } customer)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        if (customer.ErasedAt is not null)
        {
            return Failure.Conflict("crm.customer-erased");
        }

        if (await db.List<LegalHold>().AnyAsync(hold => hold.StandingFor == customer.Id, cancellationToken))
        {
            return Failure.Conflict("crm.customer-held-already");
        }

        var begun = LegalHold.Begin(customer.Id, command.Reason.Trim(), actors.Current.UserId, clock.UtcNow);
        db.Set<LegalHold>().Add(begun);
        timeline.Add(customer.Subject, "crm.customer-held");
        return begun.Id;
    }
}

internal sealed class LiftHoldHandler(ISiteDb db, IActorContext actors, ITimeline timeline, IClock clock) : ICommandHandler<LiftHold, Guid>
{
    public async Task<Result<Guid>> HandleAsync(LiftHold command, CancellationToken cancellationToken)
    {
        if (await db.List<Customer>().SingleOrDefaultAsync(row => row.Id == command.CustomerId, cancellationToken) is not { } customer)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        if (await db.Set<LegalHold>().SingleOrDefaultAsync(row => row.StandingFor == customer.Id, cancellationToken) is not { } hold)
        {
            return Failure.Conflict("crm.customer-not-held");
        }

        hold.Lift(command.Reason.Trim(), actors.Current.UserId, clock.UtcNow);
        timeline.Add(customer.Subject, "crm.hold-lifted");
        return hold.Id;
    }
}

internal sealed class ListHoldsHandler(ISiteDb db, ISiteAccounts accounts) : IQueryHandler<ListHolds, CustomerHolds>
{
    public async Task<Result<CustomerHolds>> HandleAsync(ListHolds query, CancellationToken cancellationToken)
    {
        if (await db.List<Customer>().SingleOrDefaultAsync(row => row.Id == query.CustomerId, cancellationToken) is not { } customer)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        var holds = await db.List<LegalHold>().Where(hold => hold.CustomerId == customer.Id).OrderByDescending(hold => hold.HeldAt).ThenByDescending(hold => hold.Id).ToListAsync(cancellationToken);
        var names = await accounts.NamesAsync([.. holds.Select(hold => hold.HeldBy).Concat(holds.Select(hold => hold.LiftedBy).OfType<Guid>()).Distinct()], cancellationToken);
        return new CustomerHolds(
            customer.Number,
            customer.Name,
            customer.ErasedAt is not null,
            [.. holds.Select(hold => new HoldLine(hold, names.GetValueOrDefault(hold.HeldBy), hold.LiftedBy is { } by ? names.GetValueOrDefault(by) : null))]);
    }
}
