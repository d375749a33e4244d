using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Files;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.IntegrationTests.Demo;

/// <summary>Whoever reads the demo believes it.</summary>
[Collection(DemoSites.Collection)]
public sealed class DemoBelievableTests(DemoSites sites)
{
    /// <summary>The customer whom the README signs in as.</summary>
    private const string ReadmePhone = "+8613800001001";

    [Theory, DatabaseData]
    public async Task Requests_are_made_in_words_of_their_own(string database)
    {
        var site = await sites.OfAsync(database);
        var requests = await site.ReadAsync(db => db.Set<Request>().Select(request => new { request.CustomerId, request.Description }).ToListAsync());

        requests.Distinct().Count().ShouldBe(requests.Count);
        requests.GroupBy(request => request.Description).Where(group => group.Count() > 2).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_promise_of_a_day_is_mostly_kept()
    {
        var site = await sites.OfAsync(DemoSites.Large);
        var closed = await site.ReadAsync(db => db.Set<Order>().Where(order => order.State == OrderState.Closed).AsNoTracking().ToListAsync());

        var kept = closed.Count(order => order.Completion.StoppedAt <= order.Completion.DueAt);

        (100.0 * kept / closed.Count).ShouldBeInRange(83, 95);
    }

    [Fact]
    public async Task The_promise_of_a_call_is_kept_as_the_trade_keeps_it()
    {
        var site = await sites.OfAsync(DemoSites.Large);
        var closed = await site.ReadAsync(db => db.Set<Order>().Where(order => order.State == OrderState.Closed).AsNoTracking().ToListAsync());

        var broken = closed.FindAll(order => order.Booking.StoppedAt > order.Booking.DueAt);

        (100.0 * (closed.Count - broken.Count) / closed.Count).ShouldBeInRange(93, 97, string.Join(" | ", broken.Select(order => $"{order.Number} {order.Urgency} {order.Booking.StartedAt:u} {order.Booking.DueAt:u} {order.Booking.StoppedAt:u}")));
    }

    [Fact]
    public async Task Every_stage_of_a_model_is_flushed_when_it_is_installed()
    {
        var site = await sites.OfAsync(DemoSites.Large);
        var stages = await site.ReadAsync(db => db.Set<ServicePlatform.Devices.Models.Model>().Include(model => model.Filters).AsNoTracking().ToDictionaryAsync(model => model.Id));
        var models = await site.ReadAsync(db => db.Set<ServicePlatform.Devices.Machines.Machine>().ToDictionaryAsync(machine => machine.Id, machine => machine.ModelId));
        var visits = await site.ReadAsync(db => db.Set<Visit>().Include(visit => visit.Steps).AsNoTracking()
            .Where(visit => visit.State == VisitState.Finished && visit.JobType == JobTypes.Install && visit.MachineId != null).ToListAsync());

        visits.Count.ShouldBeGreaterThan(10);
        foreach (var visit in visits.Where(visit => models[visit.MachineId!.Value] is not null && visit.Steps.Any(step => step.FlushPosition is not null)))
        {
            visit.Steps.Select(step => step.FlushPosition).OfType<int>().Order()
                .ShouldBe(stages[models[visit.MachineId!.Value]!.Value].Filters.Select(filter => filter.Position).Order());
        }
    }

    [Fact]
    public async Task People_ask_in_the_evening_and_work_is_closed_all_day()
    {
        var site = await sites.OfAsync(DemoSites.Large);
        var asked = (await site.ReadAsync(db => db.Set<Request>().Select(request => request.CreatedAt).ToListAsync())).ConvertAll(Hour);
        var closed = (await site.ReadAsync(db => db.Set<Order>().Where(order => order.State == OrderState.Closed).Select(order => order.EndedAt!.Value).ToListAsync())).ConvertAll(Hour);

        asked.Count(hour => hour >= 18).ShouldBeGreaterThan(8);
        asked.Count(hour => hour < 8).ShouldBeGreaterThan(2);
        closed.GroupBy(hour => hour).Max(group => group.Count()).ShouldBeLessThan(closed.Count / 3);
    }

    [Theory, DatabaseData]
    public async Task A_number_belongs_to_one_person_but_for_one_family(string database)
    {
        var site = await sites.OfAsync(database);
        var phones = await site.ReadAsync(db => db.Set<CustomerPhone>().Select(phone => phone.Number).ToListAsync());

        var shared = phones.GroupBy(phone => phone).Where(group => group.Count() > 1).ToList();

        shared.Count.ShouldBeLessThanOrEqualTo(1);
        shared.ShouldAllBe(group => group.Count() == 2 && group.Key != ReadmePhone);
        phones.Count(phone => phone == ReadmePhone).ShouldBe(database == DemoSites.Large ? 1 : 0);
    }

    [Theory, DatabaseData]
    public async Task Little_may_be_left_behind_a_membrane(string database)
    {
        var site = await sites.OfAsync(database);
        var osmosis = await site.ReadAsync(db => db.Set<InstalledFilter>().Where(filter => filter.Kind == FilterKind.ReverseOsmosis).Select(filter => filter.MachineId).Distinct().ToListAsync());
        var limits = await site.ReadAsync(db => db.Set<Visit>().Where(visit => visit.MachineId != null && osmosis.Contains(visit.MachineId.Value))
            .SelectMany(visit => visit.Steps).Where(step => step.Reading == ReadingKind.TdsOut).Select(step => step.Maximum).ToListAsync());

        limits.ShouldNotBeEmpty();
        limits.ShouldAllBe(limit => limit <= 100);
    }

    [Fact]
    public async Task Only_filter_changes_show_filters()
    {
        var site = await sites.OfAsync(DemoSites.Large);
        byte[][] filters = [Material.Bytes("photos/filter-old.jpg"), Material.Bytes("photos/filter-new.jpg")];
        var visits = await site.ReadAsync(db => db.Set<Visit>().Include(visit => visit.Photos).Include(visit => visit.FilterChanges).AsSplitQuery().AsNoTracking()
            .Where(visit => visit.State == VisitState.Finished && visit.FilterChanges.Count == 0).ToListAsync());
        var photos = visits.SelectMany(visit => visit.Photos).Where(photo => photo.StepCode == "parts-photo").ToList();

        photos.ShouldNotBeEmpty();
        foreach (var photo in photos)
        {
            var bytes = await site.UseAsync<IFileStore, byte[]>(async store =>
            {
                await using var content = await store.OpenAsync(photo.FileId, TestContext.Current.CancellationToken);
                using var memory = new MemoryStream();
                await content!.CopyToAsync(memory, TestContext.Current.CancellationToken);
                return memory.ToArray();
            });

            // Uploads differ in their headers.
            filters.Any(filter => filter.AsSpan(100).SequenceEqual(bytes.AsSpan(100))).ShouldBeFalse(photo.Angle);
        }
    }

    private static int Hour(DateTime utc) => utc.AddHours(8).Hour;
}
