using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Security;

/// <summary>
/// A key ring per site, in the site's folder. Protectors are made once by the framework, so each one looks up the site when it
/// is used; what one site has protected another cannot read.
/// </summary>
internal sealed class SiteDataProtection(IHttpContextAccessor accessor) : IDataProtectionProvider
{
    // Lazy: of two who ask first, both must get the same ring, or one makes a key that the other does not know.
    private readonly ConcurrentDictionary<string, Lazy<IDataProtectionProvider>> _rings = new(StringComparer.Ordinal);

    public IDataProtector CreateProtector(string purpose) => new Protector(this, [purpose]);

    private IDataProtectionProvider Ring()
    {
        var site = accessor.HttpContext?.RequestServices.GetService<SiteContext>();
        if (site is not { HasEntered: true })
        {
            throw new InvalidOperationException("Protected data belongs to a site, and the request has entered none.");
        }

        return RingOf(site);
    }

    public IDataProtectionProvider RingOf(SiteContext site)
    {
        var folder = Path.Combine(site.Runtime.Folder, "keys");
        return _rings.GetOrAdd(folder, path => new(() => DataProtectionProvider.Create(new DirectoryInfo(path), builder => builder.SetApplicationName("ServicePlatform")))).Value;
    }

    private sealed class Protector(SiteDataProtection owner, string[] purposes) : IDataProtector
    {
        private readonly ConditionalWeakTable<IDataProtectionProvider, IDataProtector> _perRing = [];

        public IDataProtector CreateProtector(string purpose) => new Protector(owner, [.. purposes, purpose]);

        public byte[] Protect(byte[] plaintext) => Current.Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => Current.Unprotect(protectedData);

        private IDataProtector Current => _perRing.GetValue(owner.Ring(), ring => ring.CreateProtector(purposes));
    }
}
