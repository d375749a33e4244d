namespace ServicePlatform.Security;

/// <summary>Seals what must not be readable in the database (passwords of providers) with the site's key ring, which lies outside of it.</summary>
public interface ISecrets
{
    /// <param name="purpose">Names the use; what is sealed for one use cannot be opened for another.</param>
    /// <param name="plain">The secret.</param>
    string Seal(string purpose, string plain);

    /// <summary>Null where it cannot be opened any more: the key ring was replaced, or it was sealed by another site.</summary>
    string? Open(string purpose, string sealedText);
}
