using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Fields;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Numbers;
using ServicePlatform.Phones;
using ServicePlatform.Search;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Customers;

internal sealed class SaveCustomerValidator : AbstractValidator<SaveCustomer>
{
    public SaveCustomerValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.Gender).IsInEnum();
        RuleFor(command => command.PreferredChannel).IsInEnum();
        RuleFor(command => command.Level).Must(level => MemberLevels.All.Contains(level, StringComparer.Ordinal)).WithMessage(_ => texts["Validation.Level"]);
        RuleFor(command => command.Note).MaximumLength(Lengths.Text);
        RuleFor(command => command.HouseholdSize).InclusiveBetween(1, 10_000);
        RuleFor(command => command.ExternalCode).MaximumLength(Lengths.Code)
            .Must(code => code?.StartsWith('#') != true).WithMessage(_ => texts["Validation.ExternalCode"]);
        RuleFor(command => command.Phones).Must(phones => phones.Count <= 20).WithMessage(_ => texts["Validation.TooMany"]);
        RuleForEach(command => command.Phones).ChildRules(phone =>
        {
            phone.RuleFor(row => row.Number).NotEmpty().MaximumLength(40);
            phone.RuleFor(row => row.Label).MaximumLength(Lengths.Kind);
        });
        RuleFor(command => command.Addresses).Must(addresses => addresses.Count <= 50).WithMessage(_ => texts["Validation.TooMany"]);
        RuleForEach(command => command.Addresses).ChildRules(address =>
        {
            address.RuleFor(row => row.DivisionCode).NotEmpty().Matches("^([0-9]{6}|[0-9]{9})$").WithMessage(_ => texts["Validation.Division"]);
            address.RuleFor(row => row.CompoundName).MaximumLength(Lengths.Name);
            address.RuleFor(row => row.Street).NotEmpty().MaximumLength(Lengths.Address);
            address.RuleFor(row => row.Detail).MaximumLength(Lengths.Name);
            address.RuleFor(row => row.Position).Must(position => position is null or { IsValid: true }).WithMessage(_ => texts["Validation.Position"]);
        });
    }
}

internal sealed class SaveCustomerHandler(
    ISiteDb db,
    IActorContext actors,
    IPrincipalReader principals,
    ITransactionMemory memory,
    INumbers numbers,
    CustomerAddresses addresses,
    IAccessGrants grants,
    ITimeline timeline,
    ICustomFields fields,
    ISearchIndex search,
    IEvents events,
    IClock clock) : ICommandHandler<SaveCustomer, Guid>
{
    public async Task<Result<Guid>> HandleAsync(SaveCustomer command, CancellationToken cancellationToken)
    {
        var phones = ReadPhones(command.Phones);
        if (!phones.Succeeded)
        {
            return phones.Failure;
        }

        var found = command.CustomerId is { } id ? await FindAsync(id, command, cancellationToken) : await AddAsync(command, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var customer = found.Value;
        if (customer.ErasedAt is not null)
        {
            return Failure.Conflict("crm.customer-erased");
        }

        if (await IsTakenAsync(customer, command.ExternalCode, cancellationToken))
        {
            return Failure.Invalid(nameof(command.ExternalCode), "crm.external-code-taken", command.ExternalCode!);
        }

        SetFacts(customer, command);
        var mayConfirm = command.CustomerId is null || actors.Current.Can(CrmPermissions.Reveal);
        var called = customer.SetPhones(phones.Value, mayConfirm);
        var moved = await addresses.SetAsync(customer, command.Addresses, cancellationToken);
        if (!moved.Succeeded)
        {
            return moved.Failure;
        }

        var filled = command.CustomFields is null ? false : await fields.SetAsync(customer.Subject, customer.PrincipalId, command.CustomFields, command.CustomerId is null, cancellationToken);
        if (!filled.Succeeded)
        {
            return filled.Failure;
        }

        if (called || moved.Value || filled.Value || db.Set<Customer>().Entry(customer).State is EntityState.Added or EntityState.Modified)
        {
            await RecordAsync(customer, command.CustomerId is null, cancellationToken);
        }

        if (!mayConfirm && customer.Phones.Any(phone => !phone.IsConfirmed))
        {
            timeline.Add(customer.Subject, "crm.phone-proposed");
        }

        return customer.Id;
    }

    private static Result<IReadOnlyList<(PhoneNumber Number, string? Label)>> ReadPhones(IReadOnlyList<PhoneInput> inputs)
    {
        var phones = new List<(PhoneNumber, string?)>();
        var failures = new List<FieldFailure>();
        for (var at = 0; at < inputs.Count; at++)
        {
            if (PhoneNumber.Parse(inputs[at].Number) is { } number)
            {
                phones.Add((number, inputs[at].Label.Blank()));
            }
            else
            {
                failures.Add(new FieldFailure($"Phones[{at}].Number", "crm.phone-unreadable"));
            }
        }

        return failures.Count > 0 ? Failure.Invalid(failures) : phones;
    }

    private static void SetFacts(Customer customer, SaveCustomer command)
    {
        customer.Kind = command.Kind;
        customer.Name = command.Name.Trim();
        customer.Gender = command.Kind == CustomerKind.Organisation ? Gender.Unknown : command.Gender;
        customer.Level = command.Level;
        customer.IsElderly = command.Kind == CustomerKind.Person && command.IsElderly;
        customer.PreferredChannel = command.PreferredChannel;
        customer.HouseholdSize = command.HouseholdSize;
        customer.Note = command.Note.Blank();
        customer.SetExternalCode(command.ExternalCode.Blank());
    }

    private async Task<Result<Customer>> FindAsync(Guid id, SaveCustomer command, CancellationToken cancellationToken)
    {
        var customer = await db.Set<Customer>()
            .Include(row => row.Phones).Include(row => row.Addresses).AsSplitQuery()
            .FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (customer is null || customer.PrincipalId != command.PrincipalId)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        return customer.Version == command.Version
            ? customer
            : new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(command.Version, customer.Version) };
    }

    private async Task<Result<Customer>> AddAsync(SaveCustomer command, CancellationToken cancellationToken)
    {
        var principal = (await memory.OnceAsync("crm.principals", () => principals.ListAsync(cancellationToken))).FirstOrDefault(row => row.Id == command.PrincipalId);
        if (principal is not { IsActive: true } || actors.Current.PrincipalIds?.Contains(command.PrincipalId) == false)
        {
            return Failure.Invalid(nameof(command.PrincipalId), "crm.principal-unknown");
        }

        var now = clock.UtcNow;
        var customer = new Customer
        {
            Number = await numbers.NextAsync("CU", cancellationToken),
            PrincipalId = command.PrincipalId,
            Name = command.Name,
            CreatedAt = now,
            ChangedAt = now,
        };
        db.Set<Customer>().Add(customer);

        // Whoever is not at the top sees customers through grants only; without one, the customer he has just made would vanish.
        if (actors.Current is { Kind: ActorKind.Staff, ScopePath: { } path } && !ScopePaths.IsTop(path))
        {
            await grants.GrantAsync(customer.Subject, path, GrantReason.Sale, customer.Id, cancellationToken);
        }

        return customer;
    }

    private async Task<bool> IsTakenAsync(Customer customer, string? externalCode, CancellationToken cancellationToken)
    {
        var code = externalCode.Blank();
        return code is not null && code != customer.ExternalCode && await db.Unscoped<Customer>("codes are unique per principal, whoever sees them")
            .AnyAsync(row => row.PrincipalId == customer.PrincipalId && row.ExternalKey == code && row.Id != customer.Id, cancellationToken);
    }

    private async Task RecordAsync(Customer customer, bool isNew, CancellationToken cancellationToken)
    {
        // Also where only a phone or an address changed, so that the version counts up.
        customer.ChangedAt = clock.UtcNow;
        timeline.Add(customer.Subject, isNew ? "crm.customer-added" : "crm.customer-changed");
        IReadOnlyCollection<(SearchField, string)> texts = [.. customer.SearchTexts(), .. await fields.SearchTextsAsync(customer.Subject, cancellationToken)];
        await (isNew ? search.AddAsync(customer.Subject, texts, cancellationToken) : search.SetAsync(customer.Subject, texts, cancellationToken));
        events.Publish(new CustomerSaved(customer.Id, isNew));
    }
}
