using ServicePlatform.Messaging.Contracts;

namespace ServicePlatform.Messaging.Sending;

internal static class ReadyProvider
{
    /// <summary>The last provider that is set up; null where none is.</summary>
    public static async Task<IMessageProvider?> ReadyAsync(this IEnumerable<IMessageProvider> providers, CancellationToken cancellationToken)
    {
        foreach (var provider in providers.Reverse())
        {
            if (await provider.IsReadyAsync(cancellationToken))
            {
                return provider;
            }
        }

        return null;
    }
}
