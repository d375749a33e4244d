using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Files;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Readings;
using ServicePlatform.Files;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.IntegrationTests.Demo;

/// <summary>Steps, readings, filters, files and times of the demo agree with each other.</summary>
[Collection(DemoSites.Collection)]
public sealed class DemoAgreementTests(DemoSites sites)
{
    [Theory, DatabaseData]
    public async Task Every_history_of_states_is_a_legal_path(string database)
    {
        var site = await sites.OfAsync(database);
        var changes = (await site.ReadAsync(db => db.Set<StateChange>().AsNoTracking().ToListAsync())).ToLookup(change => change.SubjectId);
        var requests = await site.ReadAsync(db => db.Set<Request>().AsNoTracking().ToListAsync());
        var orders = await site.ReadAsync(db => db.Set<Order>().AsNoTracking().ToListAsync());
        var visits = await site.ReadAsync(db => db.Set<Visit>().AsNoTracking().ToListAsync());

        requests.ShouldAllBe(request => IsPath(changes[request.Id], RequestStates.Table, request.State));
        orders.ShouldAllBe(order => IsPath(changes[order.Id], OrderStates.Table, order.State));
        visits.ShouldAllBe(visit => IsPath(changes[visit.Id], VisitStates.Table, visit.State));
    }

    [Theory, DatabaseData]
    public async Task Times_run_forward(string database)
    {
        var site = await sites.OfAsync(database);
        var now = sites.SetUpAt;
        var orders = await site.ReadAsync(db => db.Set<Order>().AsNoTracking().ToDictionaryAsync(order => order.Id));
        var requests = await site.ReadAsync(db => db.Set<Request>().AsNoTracking().ToDictionaryAsync(request => request.Id));
        var visits = await site.ReadAsync(db => db.Set<Visit>().Include(visit => visit.Steps).AsNoTracking().ToListAsync());

        orders.Values.ShouldAllBe(order => order.RequestId != null && requests[order.RequestId.Value].CreatedAt < order.CreatedAt);
        foreach (var visit in visits)
        {
            DateTime?[] times = [orders[visit.OrderId].CreatedAt, visit.CreatedAt, visit.TravelStartedAt, visit.ArrivedAt, visit.WorkStartedAt, visit.EndedAt, orders[visit.OrderId].EndedAt, now];
            var known = times.OfType<DateTime>().ToList();
            known.SequenceEqual(known.Order()).ShouldBeTrue(visit.Number);
            visit.Steps.Select(step => step.DoneAt).OfType<DateTime>().ShouldAllBe(done => done >= visit.WorkStartedAt && done <= (visit.EndedAt ?? now));
        }

        foreach (var technician in visits.Where(visit => visit.ArrivedAt is not null && visit.EndedAt is not null).GroupBy(visit => visit.TechnicianId))
        {
            var day = technician.OrderBy(visit => visit.TravelStartedAt).ToList();
            day.Zip(day.Skip(1)).ShouldAllBe(pair => pair.First.EndedAt <= pair.Second.ArrivedAt);
        }
    }

    [Theory, DatabaseData]
    public async Task Finished_visits_are_proven(string database)
    {
        var site = await sites.OfAsync(database);
        var visits = await site.ReadAsync(db => db.Set<Visit>().Include(visit => visit.Steps).Include(visit => visit.Photos).AsSplitQuery().AsNoTracking()
            .Where(visit => visit.State == VisitState.Finished).ToListAsync());

        visits.ShouldNotBeEmpty();
        foreach (var visit in visits)
        {
            visit.Missing.ShouldBeEmpty(visit.Number);
            visit.SignedAt.ShouldNotBeNull(visit.Number);
            visit.Conclusion.ShouldNotBeNull(visit.Number);
            visit.Conclusion.ShouldNotContain("{");
            visit.Photos.Count.ShouldBeGreaterThanOrEqualTo(2, visit.Number);
            foreach (var step in visit.Steps.Where(step => step.IsDone))
            {
                var isProven = step.Kind switch
                {
                    StepKind.Reading => step.Value is not null && (!step.IsOutside || step.Remedy is not null),
                    StepKind.Photo => visit.Photos.Any(photo => photo.StepCode == step.Code),
                    StepKind.Flush => step.Minutes >= step.MinimumMinutes,
                    StepKind.Text => step.Text is not null,
                    _ => true,
                };
                isProven.ShouldBeTrue($"{visit.Number} {step.Code}");
            }
        }
    }

    [Theory, DatabaseData]
    public async Task Filters_and_readings_of_machines_are_those_of_the_visits(string database)
    {
        var site = await sites.OfAsync(database);
        var filters = await site.ReadAsync(db => db.Set<InstalledFilter>().AsNoTracking().ToListAsync());
        var visits = await site.ReadAsync(db => db.Set<Visit>().Include(visit => visit.FilterChanges).Include(visit => visit.Steps).AsSplitQuery().AsNoTracking().ToListAsync());
        var readings = await site.ReadAsync(db => db.Set<Reading>().AsNoTracking().ToListAsync());
        var ended = visits.Where(visit => visit.State == VisitState.Finished).ToList();

        filters.Where(filter => filter.PreviousId is not null).Select(filter => (filter.VisitId, filter.MachineId, filter.Position, filter.Serial, filter.InstalledAt))
            .ShouldBe(ended.SelectMany(visit => visit.FilterChanges).Select(change => ((Guid?)change.VisitId, change.MachineId, change.Position, change.Serial, change.At)), ignoreOrder: true);
        foreach (var chain in filters.GroupBy(filter => (filter.MachineId, filter.Position)))
        {
            var links = chain.OrderBy(filter => filter.InstalledAt).ToList();
            links[0].PreviousId.ShouldBeNull();
            links.Zip(links.Skip(1)).ShouldAllBe(pair => pair.First.NextId == pair.Second.Id && pair.Second.PreviousId == pair.First.Id && pair.First.RemovedAt == pair.Second.InstalledAt);
            links.Count(filter => filter.CurrentPosition is not null).ShouldBe(1);
            links[^1].CurrentPosition.ShouldBe(chain.Key.Position);
        }

        var measured = ended.Where(visit => visit.MachineId is not null)
            .SelectMany(visit => visit.Steps.Where(step => step.Value is not null).Select(step => ((Guid?)visit.Id, step.Reading!.Value, step.Value!.Value)));
        readings.Where(reading => ended.Exists(visit => visit.Id == reading.VisitId)).Select(reading => (reading.VisitId, reading.Kind, reading.Value)).ShouldBe(measured, ignoreOrder: true);
        foreach (var visit in ended)
        {
            var (fed, product) = (ValueOf(visit, ReadingKind.TdsIn), ValueOf(visit, ReadingKind.TdsOut));
            (product is null || product <= fed).ShouldBeTrue(visit.Number);
        }
    }

    [Theory, DatabaseData]
    public async Task Every_file_is_on_disk_under_its_hash(string database)
    {
        var site = await sites.OfAsync(database);
        var files = await site.ReadAsync(db => db.Set<FileRow>().AsNoTracking().ToListAsync());
        var photos = await site.ReadAsync(db => db.Set<VisitPhoto>().AsNoTracking().ToListAsync());

        photos.ShouldAllBe(photo => files.Exists(file => file.Id == photo.FileId && file.Sha256 == photo.Sha256));
        photos.ShouldAllBe(photo => !photo.IsRepeated);
        foreach (var file in files.DistinctBy(file => file.Sha256))
        {
            var hash = await site.UseAsync<IFileStore, string>(async store =>
            {
                await using var content = await store.OpenAsync(file.Id, TestContext.Current.CancellationToken);
                return Convert.ToHexStringLower(await SHA256.HashDataAsync(content.ShouldNotBeNull(), TestContext.Current.CancellationToken));
            });
            hash.ShouldBe(file.Sha256);
        }
    }

    [Theory, DatabaseData]
    public async Task Whoever_holds_a_row_exists(string database)
    {
        var site = await sites.OfAsync(database);
        var paths = await site.ReadAsync(db => db.Set<Organisation>().Select(node => node.Path).ToListAsync());
        var held = await site.ReadAsync(db => db.Set<Request>().Select(row => row.HolderPath)
            .Concat(db.Set<Order>().Select(row => row.HolderPath)).Concat(db.Set<Visit>().Select(row => row.HolderPath)).Distinct().ToListAsync());

        held.ShouldBeSubsetOf(paths);
    }

    private static bool IsPath<TState>(IEnumerable<StateChange> changes, StateTable<TState> table, TState current)
        where TState : struct, Enum
    {
        var steps = changes.OrderBy(change => change.Sequence).ToList();
        var states = steps.Select(change => Enum.Parse<TState>(change.To)).Prepend(table.Start).ToList();
        return table.IsLegalPath(states) && EqualityComparer<TState>.Default.Equals(states[^1], current)
            && steps.Zip(states).All(pair => pair.First.From == pair.Second.ToString())
            && steps.Zip(steps.Skip(1)).All(pair => pair.First.At <= pair.Second.At);
    }

    private static double? ValueOf(Visit visit, ReadingKind kind) => visit.Steps.FirstOrDefault(step => step.Reading == kind)?.Value;
}
