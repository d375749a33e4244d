using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ServicePlatform.Data.Files;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Security;

/// <summary>
/// Seals what the host itself must keep secret: the connection strings of its sites. The key is the setting <c>Platform:HostKey</c>, else the
/// file <c>host.key</c> in the data folder, which is made at the first need and readable by the host's account only.
/// </summary>
public sealed class HostKey(IOptions<PlatformOptions> options)
{
    private const string Mark = "sealed:";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly Lock _making = new();
    private byte[]? _key;

    /// <summary>Anything that was sealed already, or is empty, stays as it is.</summary>
    public string Seal(string plain)
    {
        if (plain.Length == 0 || plain.StartsWith(Mark, StringComparison.Ordinal))
        {
            return plain;
        }

        var bytes = Encoding.UTF8.GetBytes(plain);
        var content = new byte[NonceLength + TagLength + bytes.Length];
        var nonce = content.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key(), TagLength);
        aes.Encrypt(nonce, bytes, content.AsSpan(NonceLength + TagLength), content.AsSpan(NonceLength, TagLength));
        return Mark + Convert.ToBase64String(content);
    }

    /// <summary>What was sealed; a text that is not sealed is answered as it is.</summary>
    /// <exception cref="InvalidOperationException">It was sealed with another key, or altered.</exception>
    public string Open(string text)
    {
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return text;
        }

        try
        {
            var content = Convert.FromBase64String(text[Mark.Length..]);
            var bytes = new byte[content.Length - NonceLength - TagLength];
            using var aes = new AesGcm(Key(), TagLength);
            aes.Decrypt(content.AsSpan(0, NonceLength), content.AsSpan(NonceLength + TagLength), content.AsSpan(NonceLength, TagLength), bytes);
            return Encoding.UTF8.GetString(bytes);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidOperationException("The connection string cannot be opened: the host's key is another one. Put back the file host.key of the data folder, or the setting Platform:HostKey.", exception);
        }
    }

    private byte[] Key()
    {
        lock (_making)
        {
            return _key ??= Read();
        }
    }

    private byte[] Read()
    {
        if (options.Value.HostKey.Length > 0)
        {
            return SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.HostKey));
        }

        var path = Path.Combine(options.Value.DataFolder, "host.key");
        if (!File.Exists(path))
        {
            var access = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var made = new FileStream(path + ".new", access))
            {
                made.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
                made.Flush(flushToDisk: true);
            }

            // A key whose name is lost with the power would leave what it has sealed shut for ever.
            File.Move(path + ".new", path);
            FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }

        return SHA256.HashData(File.ReadAllBytes(path));
    }
}
