using ServicePlatform.Data.Providers;

namespace ServicePlatform.Kernel.Sites;

/// <summary>What all runtimes of a site, or of a database, have in common.</summary>
public sealed partial class SiteRegistry
{
    /// <summary>The turn to set a site up, to move it or to restore it; null while somebody else has it. Dispose it.</summary>
    public IDisposable? BeginSetUp(string siteId)
    {
        lock (_settingUp)
        {
            return _settingUp.Add(siteId) ? new SetUpTurn(this, siteId) : null;
        }
    }

    private SiteUses UsesOf(string siteId)
    {
        lock (_uses)
        {
            return _uses.TryGetValue(siteId, out var uses) ? uses : _uses[siteId] = new SiteUses();
        }
    }

    private WriteGate GateOf(string siteId, string connection, IDatabaseProvider provider)
    {
        lock (_gates)
        {
            if (!_gates.TryGetValue(connection, out var gate))
            {
                gate = _gates[connection] = provider.CreateWriteGate();
                gate.Waited = time => telemetry.GateWaited(siteId, time);
            }

            return gate;
        }
    }

    private sealed class SetUpTurn(SiteRegistry registry, string siteId) : IDisposable
    {
        public void Dispose()
        {
            lock (registry._settingUp)
            {
                registry._settingUp.Remove(siteId);
            }
        }
    }
}
