using System.Security.Cryptography;
using ServicePlatform.Security;

namespace ServicePlatform.Screens.Preferences;

/// <summary>Tells a page's script whether the same person is still there, without naming him.</summary>
internal static class PersonMark
{
    public static string Of(IActor actor) => Convert.ToHexStringLower(SHA256.HashData(actor.UserId.ToByteArray()).AsSpan(0, 6));
}
