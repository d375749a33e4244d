using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Crm.Households;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.Privacy;
using ServicePlatform.Search;
using ServicePlatform.Sites;

namespace ServicePlatform.Crm.Privacy;

/// <summary>The customer himself: who he is, his numbers, his addresses, how he lives.</summary>
internal sealed class CrmPersonalRecords(ISiteDb db, AddressWriter writer, IPersonalTraces traces, ISearchIndex search, IClock clock) : IPersonalRecords
{
    public const string Because = "what is held of one person is copied or erased as a whole, whoever sees it";

    public int Order => 20;

    /// <summary>The matter itself is for those who may hold; that he is held is for everybody who would erase him.</summary>
    public async Task<Failure?> WhyKeptAsync(Guid customerId, CancellationToken cancellationToken) =>
        await db.List<LegalHold>().AnyAsync(hold => hold.StandingFor == customerId, cancellationToken) ? Failure.Conflict("crm.customer-held") : null;

    public async Task<IReadOnlyList<PersonalSection>> CopyAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var customer = await db.Unscoped<Customer>(Because).Include(row => row.Phones).Include(row => row.Addresses).AsSplitQuery().SingleAsync(row => row.Id == customerId, cancellationToken);
        var holds = await db.List<LegalHold>().Where(hold => hold.CustomerId == customerId).OrderBy(hold => hold.HeldAt).ToListAsync(cancellationToken);
        var profiles = await db.Unscoped<HouseholdProfile>(Because).Where(row => row.CustomerId == customerId).OrderBy(row => row.Revision).ToListAsync(cancellationToken);
        return
        [
            new("customer", [new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["number"] = customer.Number,
                ["name"] = customer.Name,
                ["kind"] = customer.Kind,
                ["gender"] = customer.Gender,
                ["level"] = customer.Level,
                ["elderly"] = customer.IsElderly,
                ["preferredChannel"] = customer.PreferredChannel,
                ["householdSize"] = customer.HouseholdSize,
                ["note"] = customer.Note,
                ["externalCode"] = customer.ExternalCode,
                ["since"] = customer.CreatedAt,
            }]),
            new("phones", [.. customer.Phones.Select(phone => new Dictionary<string, object?>(StringComparer.Ordinal) { ["number"] = phone.Number, ["label"] = phone.Label, ["confirmed"] = phone.IsConfirmed })]),
            new("addresses", [.. customer.Addresses.Select(address => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["address"] = writer.Whole(address, null),
                ["latitude"] = address.Latitude,
                ["longitude"] = address.Longitude,
                ["datum"] = address.Datum,
                ["until"] = address.RetiredAt,
            })]),
            new("household", [.. profiles.Select(profile => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["at"] = profile.At,
                ["scene"] = profile.Scene,
                ["painPoints"] = profile.PainPoints,
                ["needs"] = profile.Needs,
            })]),
            new("holds", [.. holds.Select(hold => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["from"] = hold.HeldAt,
                ["reason"] = hold.Reason,
                ["until"] = hold.LiftedAt,
                ["liftReason"] = hold.LiftReason,
            })]),
        ];
    }

    public async Task EraseAsync(PersonErasure person, CancellationToken cancellationToken)
    {
        var id = person.CustomerId;
        await db.Unscoped<CustomerPhone>(Because).Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Unscoped<HouseholdProfile>(Because).Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<LegalHold>().Where(hold => hold.CustomerId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(hold => hold.Reason, "").SetProperty(hold => hold.LiftReason, (string?)null), cancellationToken);

        // Machines and old jobs name the address; only its county stays.
        await db.Unscoped<CustomerAddress>(Because).Where(row => row.CustomerId == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Street, "").SetProperty(row => row.Detail, (string?)null)
                .SetProperty(row => row.DivisionCode, row => row.DivisionCode.Substring(0, 6))
                .SetProperty(row => row.CompoundId, (Guid?)null)
                .SetProperty(row => row.Latitude, (double?)null).SetProperty(row => row.Longitude, (double?)null).SetProperty(row => row.Datum, (Datum?)null),
            cancellationToken);
        var now = clock.UtcNow;
        await db.Unscoped<Customer>(Because).Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Name, row => row.Number)
                .SetProperty(row => row.Gender, default(Gender))
                .SetProperty(row => row.Level, MemberLevels.Standard)
                .SetProperty(row => row.IsElderly, false)
                .SetProperty(row => row.PreferredChannel, default(ContactChannel))
                .SetProperty(row => row.HouseholdSize, (int?)null)
                .SetProperty(row => row.Note, (string?)null)
                .SetProperty(row => row.ExternalCode, (string?)null)
                .SetProperty(row => row.ExternalKey, row => "#" + row.Number)
                .SetProperty(row => row.ErasedAt, now)
                .SetProperty(row => row.ChangedAt, now)
                .SetProperty(row => row.Version, row => row.Version + 1),
            cancellationToken);
        await search.RemoveAsync(new Subject(Customer.SubjectKind, id), cancellationToken);
        await traces.ClearTimelineAsync([id], person.Words, [], cancellationToken);
    }
}

internal sealed class CrmPersonalColumns : IPersonalColumns
{
    public IReadOnlyCollection<string> OfCustomers { get; } =
    [
        "Crm_Customers.Name", "Crm_Customers.Note", "Crm_Customers.ExternalCode", "Crm_Customers.ExternalKey",
        "Crm_CustomerPhones.Number", "Crm_CustomerPhones.Label",
        "Crm_CustomerAddresses.Street", "Crm_CustomerAddresses.Detail", "Crm_CustomerAddresses.Latitude", "Crm_CustomerAddresses.Longitude",
        "Crm_HouseholdProfiles.Scene", "Crm_HouseholdProfiles.PainPoints", "Crm_HouseholdProfiles.Needs",
        "Crm_LegalHolds.Reason", "Crm_LegalHolds.LiftReason",
    ];

    public IReadOnlyCollection<string> OfStaff { get; } = [];

    public IReadOnlyDictionary<string, string> NotPersonal { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Crm_Compounds.Name"] = "a place where many live",
        ["Crm_Compounds.Street"] = "a place where many live",
        ["Crm_Compounds.Latitude"] = "a place where many live",
        ["Crm_Compounds.Longitude"] = "a place where many live",
    };
}
