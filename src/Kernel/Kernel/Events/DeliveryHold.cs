namespace ServicePlatform.Kernel.Events;

/// <summary>Keeps the background loop from delivering while a replay delivers in the past itself.</summary>
public sealed class DeliveryHold
{
    private int _holds;

    public bool IsHeld => Volatile.Read(ref _holds) > 0;

    internal IDisposable Hold()
    {
        Interlocked.Increment(ref _holds);
        return new Release(this);
    }

    private sealed class Release(DeliveryHold hold) : IDisposable
    {
        private DeliveryHold? _hold = hold;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _hold, null) is { } held)
            {
                Interlocked.Decrement(ref held._holds);
            }
        }
    }
}
