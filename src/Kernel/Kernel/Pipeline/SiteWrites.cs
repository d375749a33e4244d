namespace ServicePlatform.Kernel.Pipeline;

/// <summary>Small writes of the kernel's modules that must stand whatever becomes of the request: counts of failed attempts, sessions.</summary>
public sealed class SiteWrites
{
    private readonly UnitOfWork _work;

    internal SiteWrites(UnitOfWork work) => _work = work;

    /// <summary>Passes the site's write gate until disposed; inside a command it is passed already.</summary>
    public ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken) => _work.EnterGateAsync(cancellationToken);

    /// <summary>Does something in memory (dropping what is cached) once what was written stands.</summary>
    public void AfterCommit(Action action) => _work.AfterCommit(action);
}
