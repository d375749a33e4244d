using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Privacy;
using ServicePlatform.Recipes;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Privacy;

/// <summary>Everything that the site holds of a customer, as JSON in UTF-8.</summary>
[RequirePermission(CrmPermissions.Privacy)]
[AnswerNotStored]
internal sealed record CopyCustomer(Guid CustomerId) : ICommand<byte[]>;

/// <summary>Erases a customer: he is nowhere to be found any more; jobs, machines and amounts stay without him. It cannot be undone.</summary>
/// <param name="TypedNumber">His number, typed by whoever erases him.</param>
/// <param name="Reason">Why: his wish, the end of a term. Kept in the timeline, so it must not name him.</param>
[RequirePermission(CrmPermissions.Privacy)]
internal sealed record EraseCustomer(Guid CustomerId, string TypedNumber, ErasureReason Reason) : ICommand;

internal enum ErasureReason
{
    Asked,
    ConsentWithdrawn,
    TermOver,
    CollectedWrongly,

    /// <summary>He was erased before and came back with a back-up; nobody chooses it.</summary>
    Restored,
}

/// <summary>Why a customer cannot be erased now; empty where he can.</summary>
[RequirePermission(CrmPermissions.Privacy)]
internal sealed record WhyCustomerIsKept(Guid CustomerId) : IQuery<CustomerKept>;

/// <param name="Reasons">In the reader's language.</param>
internal sealed record CustomerKept(string Number, string Name, DateTime? ErasedAt, IReadOnlyList<string> Reasons);

internal sealed class EraseCustomerValidator : AbstractValidator<EraseCustomer>
{
    public EraseCustomerValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.TypedNumber).NotEmpty().MaximumLength(Lengths.Number).WithName(_ => texts["Privacy.Number"].Value);
        RuleFor(command => command.Reason).IsInEnum();
    }
}

internal sealed class CopyCustomerHandler(ISiteDb db, IEnumerable<IPersonalRecords> records, ITimeline timeline, ISiteContext site, IClock clock) : ICommandHandler<CopyCustomer, byte[]>
{
    public async Task<Result<byte[]>> HandleAsync(CopyCustomer command, CancellationToken cancellationToken)
    {
        if (await db.List<Customer>().SingleOrDefaultAsync(row => row.Id == command.CustomerId, cancellationToken) is not { } customer)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        var sections = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var part in records.OrderBy(part => part.Order).ToList())
        {
            foreach (var section in await part.CopyAsync(customer.Id, cancellationToken))
            {
                sections[section.Name] = section.Rows.Select(row => row.Where(value => value.Value is not null).ToDictionary(StringComparer.Ordinal));
            }
        }

        timeline.Add(customer.Subject, "crm.data-copied");
        return JsonSerializer.SerializeToUtf8Bytes(new { site = site.Name, madeAt = clock.UtcNow, data = sections }, RecipeStepContext.Json);
    }
}

internal sealed class WhyCustomerIsKeptHandler(ISiteDb db, IEnumerable<IPersonalRecords> records, IFailureText words) : IQueryHandler<WhyCustomerIsKept, CustomerKept>
{
    public async Task<Result<CustomerKept>> HandleAsync(WhyCustomerIsKept query, CancellationToken cancellationToken)
    {
        if (await db.List<Customer>().SingleOrDefaultAsync(row => row.Id == query.CustomerId, cancellationToken) is not { } customer)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        var reasons = new List<string>();
        foreach (var part in records.ToList())
        {
            if (await part.WhyKeptAsync(customer.Id, cancellationToken) is { } failure)
            {
                reasons.Add(words.Describe(failure));
            }
        }

        return new CustomerKept(customer.Number, customer.Name, customer.ErasedAt, reasons);
    }
}

internal sealed class EraseCustomerHandler(ISiteDb db, CustomerEraser eraser) : ICommandHandler<EraseCustomer, Done>
{
    public async Task<Result<Done>> HandleAsync(EraseCustomer command, CancellationToken cancellationToken)
    {
        var customer = await db.List<Customer>().Where(row => row.Id == command.CustomerId).Select(row => new { row.Id, row.Number, row.ErasedAt }).SingleOrDefaultAsync(cancellationToken);
        if (customer is null)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        if (customer.ErasedAt is not null)
        {
            return Failure.Conflict("crm.customer-erased");
        }

        if (!string.Equals(command.TypedNumber.Trim(), customer.Number, StringComparison.OrdinalIgnoreCase))
        {
            return Failure.Invalid(nameof(command.TypedNumber), "crm.number-typed", customer.Number);
        }

        return await eraser.EraseAsync(customer.Id, command.Reason, cancellationToken);
    }
}
