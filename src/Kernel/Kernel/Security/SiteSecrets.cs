using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Security;

/// <summary>Seals with the key ring of the scope's site, also where no request is at work.</summary>
internal sealed class SiteSecrets(SiteContext site, SiteDataProtection protection) : ISecrets
{
    private const string Purpose = "ServicePlatform.Secrets";

    public string Seal(string purpose, string plain) => Protector(purpose).Protect(plain);

    public string? Open(string purpose, string sealedText)
    {
        try
        {
            return Protector(purpose).Unprotect(sealedText);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => protection.RingOf(site).CreateProtector(Purpose, purpose);
}
