using System.Runtime.ExceptionServices;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>Runs somebody else's code and waits no longer than it may. A thread that does not come back is left behind.</summary>
internal static class Bounded
{
    /// <exception cref="TimeoutException">It has not come back.</exception>
    public static void Run(TimeSpan limit, Action work)
    {
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                fault = ExceptionDispatchInfo.Capture(exception);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        if (!thread.Join(limit))
        {
            throw new TimeoutException();
        }

        fault?.Throw();
    }
}
