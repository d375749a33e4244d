using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Contacts;

/// <summary>Shows phones and addresses of one customer in clear. Audited, and a fact in his timeline.</summary>
[RequirePermission(CrmPermissions.Reveal)]
[AnswerNotStored]
internal sealed record RevealContact(Guid CustomerId) : ICommand<ContactView>;

internal sealed class RevealContactHandler(ISiteDb db, CustomerContacts contacts, ITimeline timeline) : ICommandHandler<RevealContact, ContactView>
{
    public async Task<Result<ContactView>> HandleAsync(RevealContact command, CancellationToken cancellationToken)
    {
        var customer = await db.Set<Customer>()
            .Include(row => row.Phones).Include(row => row.Addresses).AsSplitQuery()
            .FirstOrDefaultAsync(row => row.Id == command.CustomerId, cancellationToken);
        if (customer is null)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        timeline.Add(customer.Subject, "crm.contact-revealed");
        return await contacts.RevealAsync(customer, cancellationToken);
    }
}
