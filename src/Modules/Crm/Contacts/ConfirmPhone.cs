using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Contacts;

/// <summary>Somebody who may see whole numbers has asked the customer: this one is his, and opens the portal.</summary>
[RequirePermission(CrmPermissions.Reveal)]
internal sealed record ConfirmPhone(Guid CustomerId, Guid PhoneId) : ICommand;

internal sealed class ConfirmPhoneHandler(ISiteDb db, ITimeline timeline, IClock clock) : ICommandHandler<ConfirmPhone, Done>
{
    public async Task<Result<Done>> HandleAsync(ConfirmPhone command, CancellationToken cancellationToken)
    {
        var customer = await db.Set<Customer>().Include(row => row.Phones).FirstOrDefaultAsync(row => row.Id == command.CustomerId, cancellationToken);
        if (customer?.Phones.FirstOrDefault(phone => phone.Id == command.PhoneId) is not { } found)
        {
            return Failure.NotFound("crm.customer-not-found");
        }

        if (!found.IsConfirmed)
        {
            found.IsConfirmed = true;
            customer.ChangedAt = clock.UtcNow;
            timeline.Add(customer.Subject, "crm.phone-confirmed");
        }

        return Result.Done;
    }
}
