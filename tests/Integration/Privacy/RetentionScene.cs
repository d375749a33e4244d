using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data.Identity;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Geography;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Messaging.Development;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Scheduling;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.IntegrationTests.Privacy;

internal static class RetentionScene
{
    /// <summary>Runs the nightly job now.</summary>
    public static Task<JobReport> RunAsync(TestSite site) =>
        site.UseAsync<IEnumerable<IRecurringJob>, JobReport>(jobs => jobs.Single(job => job.Id == "kernel.retention").RunAsync(TestContext.Current.CancellationToken));

    /// <summary>Everything that there is ended at this time; each visit has a place of arrival.</summary>
    public static Task<int> AgeAsync(TestSite site, DateTime at) => site.ReadAsync(async db =>
    {
        await db.Set<Message>().Where(row => row.FinishedAt != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.FinishedAt, at));
        await db.Set<InboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(row => row.At, at));
        await db.Set<Import>().ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, at));
        await db.Set<SignInCode>().ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, at));
        await db.Set<Order>().Where(row => row.EndedAt != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, at));
        await db.Set<Visit>().Where(row => row.EndedAt != null).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.EndedAt, at).SetProperty(row => row.ArrivalLatitude, 39.9).SetProperty(row => row.ArrivalLongitude, 116.4).SetProperty(row => row.ArrivalDatum, Datum.Wgs84));
        return await db.Set<Customer>().ExecuteUpdateAsync(set => set.SetProperty(row => row.ChangedAt, at));
    });

    /// <summary>A customer without a machine.</summary>
    public static Task<Guid> CustomerAsync(OrderScene scene, string name, string phone) => scene.Site.DoAsync(
        new SaveCustomer(null, scene.Aqua, CustomerKind.Person, name, Gender.Female, [new PhoneInput(phone)], [new AddressInput(null, "110105", "望京花园", "阜通东大街9号", "1-1-101", null)]),
        scene.Agent);
}
