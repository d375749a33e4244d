using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Sites;

namespace ServicePlatform.Crm.Addresses;

/// <summary>Brings the addresses of a customer to what a form or an import says.</summary>
internal sealed class CustomerAddresses(ISiteDb db, IDivisions divisions, CompoundBook compounds, IClock clock)
{
    /// <summary>True where something changed. Addresses that are not named are retired.</summary>
    public async Task<Result<bool>> SetAsync(Customer customer, IReadOnlyList<AddressInput> wanted, CancellationToken cancellationToken)
    {
        var changed = false;
        var named = new HashSet<Guid>();
        for (var at = 0; at < wanted.Count; at++)
        {
            var input = wanted[at];
            if (divisions.Find(input.DivisionCode) is null)
            {
                return Failure.Invalid($"Addresses[{at}].DivisionCode", "crm.division-unknown");
            }

            var address = Find(customer, input.AddressId);
            if (address is null)
            {
                return Failure.Invalid($"Addresses[{at}].AddressId", "crm.address-not-found");
            }

            await FillAsync(address, input, at, cancellationToken);
            named.Add(address.Id);
            changed |= db.Set<CustomerAddress>().Entry(address).State is not EntityState.Unchanged;
        }

        foreach (var dropped in customer.Addresses.Where(address => address.RetiredAt is null && !named.Contains(address.Id)))
        {
            dropped.RetiredAt = clock.UtcNow;
            changed = true;
        }

        return changed;
    }

    private static CustomerAddress? Find(Customer customer, Guid? addressId) =>
        addressId is null ? customer.AddAddress() : customer.Addresses.FirstOrDefault(address => address.Id == addressId);

    private async Task FillAsync(CustomerAddress address, AddressInput input, int order, CancellationToken cancellationToken)
    {
        address.DivisionCode = input.DivisionCode;
        address.Street = input.Street.Trim();
        address.Detail = input.Detail.Blank();
        address.Order = order;
        address.RetiredAt = null;
        address.CompoundId = input.CompoundName.Blank() is { } name
            ? await compounds.IdOfAsync(input.DivisionCode[..6], name, cancellationToken)
            : null;
        address.StandAt(input.Position);
    }
}
