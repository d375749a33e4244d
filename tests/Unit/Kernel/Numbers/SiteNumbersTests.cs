using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Numbers;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;
using ServicePlatform.UnitTests.Kernel.Support;

namespace ServicePlatform.UnitTests.Kernel.Numbers;

public sealed class SiteNumbersTests : IDisposable
{
    private readonly TestSite _site = new();
    private readonly NumberBlocks _blocks = new();

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_as_series_month_and_running_part()
    {
        await using var db = _site.Create();
        (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2611-000001");
        (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2611-000002");
        (await Numbers(db).NextAsync("VST", Cancellation)).ShouldBe("VST-2611-000001");
        await Should.ThrowAsync<ArgumentException>(() => Numbers(db).NextAsync("wo", Cancellation));
    }

    [Fact]
    public async Task The_month_turns_in_the_zone_of_the_site()
    {
        _site.Clock.UtcNow = new DateTime(2026, 11, 30, 16, 0, 0, DateTimeKind.Utc);
        await using var db = _site.Create();
        (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2612-000001");
        _site.Clock.UtcNow = _site.Clock.UtcNow.AddSeconds(-1);
        (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2611-000001");
    }

    [Fact]
    public async Task Long_series_grow_beyond_six_digits()
    {
        await using var db = _site.Create();
        db.Add(new NumberSeries { Name = "WO-2611", Last = 999_999 });
        await db.SaveChangesAsync(Cancellation);
        (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2611-1000000");
    }

    [Fact]
    public async Task A_single_writer_takes_numbers_in_his_own_transaction_without_waiting_for_himself()
    {
        await using var db = _site.Create();
        using var pass = await _site.Gate.EnterAsync(Cancellation);
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancellation))
        {
            var numbers = Numbers(db);
            for (var expected = 1; expected <= 25; expected++)
            {
                (await numbers.NextAsync("WO", Cancellation)).ShouldBe($"WO-2611-{expected:D6}");
            }

            await numbers.TopUpAsync(Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        // Rolled back with all that bore them: nothing of the block may linger in memory.
        (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2611-000001");
    }

    [Fact]
    public async Task A_mass_change_takes_its_numbers_in_growing_blocks_and_leaves_what_it_does_not_need()
    {
        await using var db = _site.Create();
        var numbers = Numbers(db);
        var given = new List<string>();
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancellation))
        {
            for (var count = 0; count < 1000; count++)
            {
                given.Add(await numbers.NextAsync("WO", Cancellation));
            }

            await transaction.CommitAsync(Cancellation);
        }

        given.ShouldBe(Enumerable.Range(1, 1000).Select(number => $"WO-2611-{number:000000}"));
        (await LastAsync()).ShouldBe(1023);
        (await numbers.NextAsync("WO", Cancellation)).ShouldBe("WO-2611-001024");
    }

    [Fact]
    public async Task Blocks_are_reserved_ahead_and_outlive_a_rollback_as_gaps()
    {
        await using var db = _site.Create();
        await Numbers(db).NextAsync("WO", Cancellation);
        await Numbers(db).TopUpAsync(Cancellation);
        (await LastAsync()).ShouldBe(21);

        await using (var transaction = await db.Database.BeginTransactionAsync(Cancellation))
        {
            (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2611-000002");
            await transaction.RollbackAsync(Cancellation);
        }

        (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2611-000003");
        (await LastAsync()).ShouldBe(21);
    }

    [Fact]
    public async Task A_process_that_died_leaves_a_gap()
    {
        await using var db = _site.Create();
        await Numbers(db).NextAsync("WO", Cancellation);
        await Numbers(db).TopUpAsync(Cancellation);
        await Numbers(db).NextAsync("WO", Cancellation);

        var reborn = new SiteNumbers(db, _site, new NumberBlocks(), new TestSiteContext(), _site.Clock);
        (await reborn.NextAsync("WO", Cancellation)).ShouldBe("WO-2611-000022");
    }

    [Fact]
    public async Task What_was_reserved_is_forgotten_when_the_database_is_replaced()
    {
        await using var db = _site.Create();
        await Numbers(db).NextAsync("WO", Cancellation);
        await Numbers(db).TopUpAsync(Cancellation);
        await db.Set<NumberSeries>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Last, 7), Cancellation);
        _blocks.Forget("aqua");
        (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2611-000008");
    }

    [Fact]
    public async Task Never_saves_what_the_caller_is_still_building()
    {
        await using var db = _site.Create();
        db.Add(new NumberSeries { Name = "XX-0000", Last = 1 });
        await Numbers(db).NextAsync("WO", Cancellation);
        db.ChangeTracker.Entries<NumberSeries>().Single().State.ShouldBe(EntityState.Added);
    }

    [Fact]
    public async Task Writers_behind_the_gate_get_each_number_once()
    {
        var given = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            for (var round = 0; round < 25; round++)
            {
                await using var db = _site.Create();
                var numbers = Numbers(db);
                await numbers.TopUpAsync(Cancellation);
                using var pass = await _site.Gate.EnterAsync(Cancellation);
                await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
                var number = await numbers.NextAsync("WO", Cancellation);
                if ((worker + round) % 5 == 0)
                {
                    await transaction.RollbackAsync(Cancellation);
                    continue;
                }

                await transaction.CommitAsync(Cancellation);
                given.Add(number);
            }
        })));
        given.Count.ShouldBe(320);
        given.Distinct(StringComparer.Ordinal).Count().ShouldBe(320);
    }

    [Fact]
    public async Task Nodes_without_a_gate_get_each_number_once()
    {
        // SQLite stands in for an engine with many writers: each node has its own blocks, and nobody is in a transaction.
        _site.Gate.Dispose();
        _site.Gate = new WriteGate(isNeeded: false);
        var given = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var node = new NumberBlocks();
            await using var db = _site.Create();
            var numbers = new SiteNumbers(db, _site, node, new TestSiteContext(), _site.Clock);
            for (var round = 0; round < 70; round++)
            {
                given.Add(await numbers.NextAsync("WO", Cancellation));
            }
        })));
        given.Distinct(StringComparer.Ordinal).Count().ShouldBe(280);
        (await LastAsync()).ShouldBe(320);
    }

    [Fact]
    [Trait("goal", "G6")]
    public async Task A_database_that_takes_nothing_says_so_itself()
    {
        // As a full disk at the first number of a month: the product answers 507 to the database's own error only.
        await using var db = _site.Create();
        await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON Kernel_Numbers BEGIN SELECT RAISE(ABORT, 'no room'); END", Cancellation);

        (await Should.ThrowAsync<SqliteException>(() => Numbers(db).NextAsync("WO", Cancellation))).Message.ShouldContain("no room");

        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER full", Cancellation);
        (await Numbers(db).NextAsync("WO", Cancellation)).ShouldBe("WO-2611-000001");
    }

    public void Dispose() => _site.Dispose();

    private SiteNumbers Numbers(SiteDbContext db) => new(db, _site, _blocks, new TestSiteContext(), _site.Clock);

    private async Task<long> LastAsync()
    {
        await using var db = _site.Create();
        return (await db.Set<NumberSeries>().SingleAsync(Cancellation)).Last;
    }
}
