using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Data.Access;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.Benchmarks;

/// <summary>
/// The newest customers of those who see them through grants, out of many: by the list, and by looking each customer's grant up
/// from the newest on. The small outlet's customers are the oldest ones of all.
/// </summary>
internal static class ScopedListsBenchmark
{
    private const int Rounds = 40;
    private const int Old = 200;
    private const double MostMilliseconds = 300;

    private static readonly (string Path, string What)[] Scopes =
        [("/hq/north/old/", "outlet with 200 old customers"), ("/hq/north/d1/", "dealer with a tenth"), ("/hq/north/", "region with all")];

    public static async Task<int> RunAsync(string database, int customers)
    {
        await using var host = await BenchmarkHost.StartAsync(database);
        await FillAsync(host, customers);
        var isGood = true;
        foreach (var (path, what) in Scopes)
        {
            var list = await MeasureAsync(host, path, services => services.GetRequiredService<ISender>().AskAsync(new ListCustomers(null, null, null, null, null, new PageRequest())));
            var byRow = await MeasureAsync(host, path, services => services.GetRequiredService<ISiteDb>().List<Customer>()
                .ToPageAsync(row => row.CreatedAt, row => row.Id, new PageRequest(), descending: true, default));
            Console.WriteLine($"scoped-lists {database}, {customers} customers, {what}: whole list {list}; by looking up row by row, rows only: {byRow}");
            isGood &= list.Percentile(0.95) <= MostMilliseconds;
        }

        return isGood ? 0 : 1;
    }

    private static async Task<Samples> MeasureAsync<T>(BenchmarkHost host, string path, Func<IServiceProvider, Task<T>> ask)
    {
        var samples = new Samples();
        for (var round = -3; round < Rounds; round++)
        {
            await using var scope = host.Scopes.Open("bench");
            scope.ServiceProvider.GetRequiredService<ActorContext>().Set(new Actor
            {
                Kind = ActorKind.Staff, UserId = Guid.NewGuid(), DisplayName = path, ScopePath = path, HasEveryPermission = true,
            });
            var watch = Stopwatch.StartNew();
            await ask(scope.ServiceProvider);
            if (round >= 0)
            {
                samples.Add(watch.Elapsed);
            }
        }

        return samples;
    }

    private static async Task FillAsync(BenchmarkHost host, int customers)
    {
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var chunk in Enumerable.Range(0, customers).Chunk(10_000))
        {
            await using var scope = host.Scopes.Open("bench");
            var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var index in chunk)
            {
                var customer = new Customer { Number = $"B-{index:00000000}", Name = "客户" + index, CreatedAt = start.AddMinutes(index) };
                customer.SetExternalCode(null);
                db.Add(customer);
                var path = index < Old ? "/hq/north/old/" : $"/hq/north/d{index % 10}/o{index % 100}/";

                // As the grants themselves are written, without asking each time whether there is one.
                var grant = new AccessGrant { SubjectKind = Customer.SubjectKind, SubjectId = customer.Id, OrganisationPath = path, Reason = GrantReason.Sale, Cause = customer.Id, From = start };
                db.Add(grant);
                db.AddRange(ScopePaths.UpwardsBelowTop(path).Select(above => new AccessGrantPath
                {
                    OrganisationPath = above, SubjectKind = Customer.SubjectKind, ListedAt = customer.ListedAt, SubjectId = customer.Id, GrantId = grant.Id,
                }));
            }

            await db.SaveChangesAsync();
        }
    }
}
