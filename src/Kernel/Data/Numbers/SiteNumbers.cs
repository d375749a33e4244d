using System.Globalization;
using System.Text.RegularExpressions;
using ServicePlatform.Data.Sites;
using ServicePlatform.Numbers;
using ServicePlatform.Sites;

namespace ServicePlatform.Data.Numbers;

/// <summary>
/// Hands out numbers from blocks that were reserved, and committed, outside the caller's transaction; so a rollback
/// leaves a gap and never a number that comes twice.
/// <para>
/// The trap is a database with one writer (SQLite): the caller mostly sits in a write transaction already, and a second
/// connection would wait for him while he waits for it. There blocks are reserved only by <see cref="TopUpAsync"/>, ahead of the transaction,
/// and when they run out inside one, further numbers are taken in the caller's own transaction: rolled back with
/// it, and kept in no block that would outlive it. Nobody else can reserve in between, being no writer.
/// </para>
/// </summary>
internal sealed partial class SiteNumbers(SiteDbContext db, ISiteDbContextFactory contexts, NumberBlocks blocks, ISiteContext site, IClock clock)
    : INumbers, INumberReserve
{
    private const int BlockSize = 20;
    private const int Low = 5;

    private const int MostOwn = 256;

    private readonly SiteBlocks _blocks = blocks.Of(site.Id);

    private OwnBlock? _own;

    public async Task<string> NextAsync(string series, CancellationToken cancellationToken)
    {
        if (!SeriesForm().IsMatch(series))
        {
            throw new ArgumentException("A series is two to four capital letters.", nameof(series));
        }

        var month = Month();
        var number = _blocks.Take(series, month) ?? await TakeMoreAsync(series, month, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{series}-{month}-{number:D6}");
    }

    public async Task TopUpAsync(CancellationToken cancellationToken)
    {
        var month = Month();
        if (db.Database.CurrentTransaction is not null || _blocks.Short(month, Low).Count == 0)
        {
            return;
        }

        // Whoever comes while another tops up goes on without: there is a way to a number in any case.
        if (await _blocks.Reserving.WaitAsync(0, cancellationToken))
        {
            try
            {
                foreach (var series in _blocks.Short(month, Low))
                {
                    await ReserveAsync(series, month, cancellationToken);
                }
            }
            finally
            {
                _blocks.Reserving.Release();
            }
        }
    }

    private async Task<long> TakeMoreAsync(string series, string month, CancellationToken cancellationToken)
    {
        if (contexts.Gate.IsNeeded)
        {
            return await TakeOwnAsync(Name(series, month), cancellationToken);
        }

        await _blocks.Reserving.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                if (_blocks.Take(series, month) is { } number)
                {
                    return number;
                }

                await ReserveAsync(series, month, cancellationToken);
            }
        }
        finally
        {
            _blocks.Reserving.Release();
        }
    }

    /// <summary>In the caller's own transaction, each time twice as many: what is left over goes with the transaction.</summary>
    private async Task<long> TakeOwnAsync(string name, CancellationToken cancellationToken)
    {
        var transaction = db.Database.CurrentTransaction?.TransactionId;
        if (_own is not { } own || own.Transaction != transaction || own.Name != name)
        {
            own = new OwnBlock(transaction, name);
        }

        if (own.Block.Take() is { } number)
        {
            return number;
        }

        own.Block.Put(await NumberCounter.TakeAsync(db, name, own.Next, cancellationToken));
        own.Next = Math.Min(2 * own.Next, MostOwn);
        _own = transaction is null ? null : own;
        return own.Block.Take()!.Value;
    }

    private async Task ReserveAsync(string series, string month, CancellationToken cancellationToken)
    {
        using var pass = await contexts.Gate.EnterAsync(cancellationToken);
        await using var apart = contexts.Create();
        _blocks.Put(series, month, await NumberCounter.TakeAsync(apart, Name(series, month), BlockSize, cancellationToken));
    }

    private static string Name(string series, string month) => $"{series}-{month}";

    private string Month() => TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow, site.TimeZone).ToString("yyMM", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Z]{2,4}$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex SeriesForm();

    private sealed class OwnBlock(Guid? transaction, string name)
    {
        public Guid? Transaction { get; } = transaction;

        public string Name { get; } = name;

        public SeriesBlock Block { get; } = new();

        /// <summary>How many to take when the block is empty.</summary>
        public int Next { get; set; } = 1;
    }
}
