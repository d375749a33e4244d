using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Privacy;
using ServicePlatform.Scheduling;

namespace ServicePlatform.Crm.Privacy;

/// <summary>Whoever is erased is remembered beside the site's database.</summary>
internal sealed class RememberErased(IErasedPersons persons) : IEventListener<CustomerErased>
{
    public Task HandleAsync(CustomerErased domainEvent, EventDelivery delivery, CancellationToken cancellationToken) => persons.AddAsync([domainEvent.CustomerId], cancellationToken);
}

/// <summary>
/// Nobody comes back with an older back-up: whoever was erased on this site or on the one that it is a copy of is erased again; what
/// a lost host database has forgotten is remembered anew.
/// </summary>
internal sealed class ErasuresJob(ISiteDb db, IErasedPersons persons, ISender sender, ILogger<ErasuresJob> logger) : IRecurringJob
{
    private const int Batch = 500;

    public string Id => "crm.erasures";

    public JobSchedule Schedule { get; } = new JobSchedule.Every(TimeSpan.FromMinutes(10));

    public async Task<JobReport> RunAsync(CancellationToken cancellationToken)
    {
        var remembered = await persons.ListAsync(cancellationToken);
        var here = await db.Unscoped<Customer>(CrmPersonalRecords.Because).Where(row => row.ErasedAt != null).Select(row => row.Id).ToListAsync(cancellationToken);
        await persons.AddAsync([.. here.Except(remembered)], cancellationToken);

        var (done, failed) = (0, 0);
        foreach (var batch in remembered.Except(here).Chunk(Batch))
        {
            var back = await db.Unscoped<Customer>(CrmPersonalRecords.Because).Where(row => batch.Contains(row.Id) && row.ErasedAt == null).Select(row => new { row.Id, row.Number }).ToListAsync(cancellationToken);
            foreach (var customer in back)
            {
                var erased = await sender.SendAsync(new EraseCustomer(customer.Id, customer.Number, ErasureReason.Restored), cancellationToken);
                if (erased.Succeeded)
                {
                    done++;
                    continue;
                }

                failed++;
                logger.LogWarning("The customer {Number}, who came back with a back-up, cannot be erased again yet: {Failure}", customer.Number, erased.Failure);
            }
        }

        return new JobReport(done, failed);
    }
}
