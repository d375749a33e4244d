using ServicePlatform.Data.Sites;
using ServicePlatform.UnitTests.Kernel.Support;

namespace ServicePlatform.UnitTests.Kernel.Sites;

public sealed class TransactionMemoryTests : IDisposable
{
    private readonly TestSite _site = new();
    private int _read;

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_read_is_kept_until_the_transaction_ends_and_no_longer()
    {
        await using var db = _site.Create();
        var memory = new TransactionMemory(db);
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancellation))
        {
            (await ReadAsync(memory), await ReadAsync(memory)).ShouldBe((1, 1));
            await transaction.RollbackAsync(Cancellation);
        }

        (await ReadAsync(memory), await ReadAsync(memory)).ShouldBe((2, 3));
        await using var next = await db.Database.BeginTransactionAsync(Cancellation);
        (await ReadAsync(memory), await ReadAsync(memory)).ShouldBe((4, 4));
    }

    public void Dispose() => _site.Dispose();

    private Task<int> ReadAsync(TransactionMemory memory) => memory.OnceAsync("one", () => Task.FromResult(++_read));
}
