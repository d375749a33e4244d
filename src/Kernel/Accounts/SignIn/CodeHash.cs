using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ServicePlatform.Settings;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>
/// Hashes codes under a key that lies in the database wrapped by the site's key ring: whoever has the database alone cannot try
/// the million codes.
/// </summary>
internal sealed class CodeHash(ISettings settings, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ServicePlatform.Accounts.CodeHash");

    public static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Hash for storing; makes the key where there is none yet. Inside a command.</summary>
    public async Task<string> MakeAsync(string phone, string code, CancellationToken cancellationToken) =>
        Hash(await KeyAsync(cancellationToken), phone, code);

    /// <summary>A network address as it is kept, to count what it asked for. Inside a command.</summary>
    public async Task<string> OfAddressAsync(string address, CancellationToken cancellationToken) =>
        Hash(await KeyAsync(cancellationToken), "address", address);

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        var stored = await settings.GetAsync<CodeKey>(cancellationToken);
        var key = Open(stored);
        if (key is null)
        {
            key = RandomNumberGenerator.GetBytes(32);
            stored.Wrapped = Convert.ToBase64String(_protector.Protect(key));
            await settings.SetAsync(stored, cancellationToken);
        }

        return key;
    }

    public async Task<bool> MatchesAsync(string phone, string code, string hash, CancellationToken cancellationToken) =>
        Open(await settings.GetAsync<CodeKey>(cancellationToken)) is { } key
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(key, phone, code)), Encoding.ASCII.GetBytes(hash));

    private static string Hash(byte[] key, string phone, string code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(phone + "|" + code)));

    private byte[]? Open(CodeKey stored)
    {
        try
        {
            return stored.Wrapped.Length == 0 ? null : _protector.Unprotect(Convert.FromBase64String(stored.Wrapped));
        }
        catch (CryptographicException)
        {
            // The key ring was replaced. Codes that are on their way are lost, new ones are not.
            return null;
        }
    }

    internal sealed class CodeKey
    {
        public string Wrapped { get; set; } = "";
    }
}
