namespace ServicePlatform.Accounts.SignIn;

/// <summary>Lets requests for one phone, and those from one address, in one after the other, so that two at once do not both find room for a code.</summary>
internal sealed class PhoneTurns
{
    private readonly SemaphoreSlim[] _turns = Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1)).ToArray();

    public async Task<IDisposable> EnterAsync(string phone, string address, CancellationToken cancellationToken)
    {
        // Always in the same order, so that nobody waits for somebody who waits for him.
        var wanted = new[] { phone, address }.Select(key => (uint)StringComparer.Ordinal.GetHashCode(key) % _turns.Length).Distinct().Order().Select(index => _turns[index]);
        var turn = new Turn();
        try
        {
            foreach (var semaphore in wanted)
            {
                await semaphore.WaitAsync(cancellationToken);
                turn.Held.Push(semaphore);
            }

            return turn;
        }
        catch (OperationCanceledException)
        {
            turn.Dispose();
            throw;
        }
    }

    private sealed class Turn : IDisposable
    {
        public Stack<SemaphoreSlim> Held { get; } = [];

        public void Dispose()
        {
            while (Held.TryPop(out var semaphore))
            {
                semaphore.Release();
            }
        }
    }
}
