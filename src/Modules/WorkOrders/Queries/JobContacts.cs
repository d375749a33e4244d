using ServicePlatform.Crm.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Phones;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>Reads the customer of a job as far as the actor may see him.</summary>
internal sealed class JobContacts(ICustomerReader customers, ICustomerContacts contacts, IDivisions divisions)
{
    /// <param name="jobPhone">E.164 of the number given for this job, or null.</param>
    public async Task<JobContact?> ReadAsync(Guid customerId, Guid? addressId, string? jobPhone, CancellationToken cancellationToken)
    {
        var customer = (await customers.GetAsync([customerId], cancellationToken)).GetValueOrDefault(customerId);
        var contact = (await contacts.GetAsync([customerId], cancellationToken)).GetValueOrDefault(customerId);
        if (customer is null || contact is null)
        {
            return null;
        }

        var division = addressId is { } id ? (await customers.GetAddressesAsync([id], cancellationToken)).GetValueOrDefault(id)?.DivisionCode : null;
        return new JobContact(
            customer.Id,
            customer.Number,
            customer.Name,
            customer.Greeting,
            contact.IsClear,
            contact.Phones,
            JobPhone(customerId, jobPhone, contact),
            contact.Addresses.FirstOrDefault(address => address.Id == addressId),
            division is null ? null : divisions.FullName(division),
            customer.IsElderly,
            customer.PreferredChannel,
            customer.Level);
    }

    private static PhoneView? JobPhone(Guid customerId, string? phone, ContactView contact)
    {
        if (phone is null || contact.Phones.Any(known => known.Dial == phone || known.Text == PhoneNumber.Mask(phone)))
        {
            return null;
        }

        return contact.IsClear
            ? new PhoneView(customerId, PhoneNumber.Display(phone), phone, null)
            : new PhoneView(customerId, PhoneNumber.Mask(phone), null, null);
    }
}
