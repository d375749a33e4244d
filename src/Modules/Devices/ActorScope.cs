using ServicePlatform.Security;

namespace ServicePlatform.Devices;

internal static class ActorScope
{
    /// <summary>True where the actor works for the principal.</summary>
    public static bool WorksFor(this IActor actor, Guid principalId) => actor.PrincipalIds is not { } own || own.Contains(principalId);
}
