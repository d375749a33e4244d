namespace ServicePlatform.Kernel.Sites;

/// <summary>One after the other.</summary>
internal sealed class AddressTurns
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Held(_turn);
    }

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        private int _isReleased;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            {
                turn.Release();
            }
        }
    }
}
