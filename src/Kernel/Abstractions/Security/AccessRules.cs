using Microsoft.AspNetCore.Authorization;

namespace ServicePlatform.Security;

/// <summary>Who may use an endpoint, command or query. Each of them declares exactly one rule; the architecture tests look.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class AccessRuleAttribute : Attribute
{
    public abstract bool Allows(IActor actor);
}

/// <summary>Staff or a partner with the permission.</summary>
public sealed class RequirePermissionAttribute(string permission) : AccessRuleAttribute
{
    public string Permission { get; } = permission;

    public override bool Allows(IActor actor) => actor.Can(Permission);
}

/// <summary>Anybody who is signed in, of whatever kind.</summary>
public sealed class SignedInAttribute : AccessRuleAttribute
{
    public override bool Allows(IActor actor) => actor.Kind != ActorKind.Anonymous;
}

/// <summary>Any member of staff.</summary>
public sealed class StaffAttribute : AccessRuleAttribute
{
    public override bool Allows(IActor actor) => actor.Kind is ActorKind.Staff or ActorKind.System;
}

/// <summary>A customer on the portal; the handler checks that the thing is his.</summary>
public sealed class CustomerAttribute : AccessRuleAttribute
{
    public override bool Allows(IActor actor) => actor.Kind is ActorKind.Customer or ActorKind.System;
}

/// <summary>Everybody, signed in or not.</summary>
public sealed class EverybodyAttribute : AccessRuleAttribute, IAllowAnonymous
{
    public override bool Allows(IActor actor) => true;
}

/// <summary>Only the product itself: sent inside another command, by a job, a listener or a recipe.</summary>
public sealed class InternalAttribute : AccessRuleAttribute
{
    public override bool Allows(IActor actor) => actor.Kind == ActorKind.System;
}
