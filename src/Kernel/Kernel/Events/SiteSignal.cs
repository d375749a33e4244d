using System.Threading.Channels;

namespace ServicePlatform.Kernel.Events;

/// <summary>Wakes a loop for a site right after a commit.</summary>
internal class SiteSignal
{
    private readonly Channel<string> _sites = Channel.CreateBounded<string>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise(string siteId) => _sites.Writer.TryWrite(siteId);

    /// <summary>The sites that were raised, once each; empty after the interval.</summary>
    public async Task<IReadOnlySet<string>> WaitAsync(TimeSpan interval, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(interval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _sites.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HashSet<string>(StringComparer.Ordinal);
        }

        return Take();
    }

    /// <summary>The sites that were raised so far, without waiting.</summary>
    public IReadOnlySet<string> Take()
    {
        var sites = new HashSet<string>(StringComparer.Ordinal);
        while (_sites.Reader.TryRead(out var site))
        {
            sites.Add(site);
        }

        return sites;
    }
}

/// <summary>Wakes the loop that delivers events inside the product.</summary>
internal sealed class OutboxSignal : SiteSignal;

/// <summary>Wakes the loop that delivers to the outside.</summary>
internal sealed class OutsideSignal : SiteSignal;
