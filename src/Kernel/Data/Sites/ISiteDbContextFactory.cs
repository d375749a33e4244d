using ServicePlatform.Data.Providers;

namespace ServicePlatform.Data.Sites;

/// <summary>Opens short-lived contexts of the scope's site, apart from the scope's own context and transaction.</summary>
internal interface ISiteDbContextFactory
{
    /// <summary>
    /// The site's gate. Whoever writes through a context of this factory enters it first; who is inside already, in a
    /// transaction of the scope, must not write through the factory at all.
    /// </summary>
    WriteGate Gate { get; }

    /// <summary>A new context that sees what the system sees. Dispose it.</summary>
    SiteDbContext Create();
}
