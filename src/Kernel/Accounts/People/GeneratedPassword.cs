using System.Security.Cryptography;

namespace ServicePlatform.Accounts.People;

/// <summary>A password that can be read out on the telephone: four groups of four, nothing that looks like something else.</summary>
internal static class GeneratedPassword
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
