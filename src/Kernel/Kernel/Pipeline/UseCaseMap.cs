using System.Reflection;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Pipeline;

/// <summary>What the kernel knows of each command and query: its feature and its rule.</summary>
public sealed class UseCaseMap
{
    private readonly Dictionary<Type, UseCase> _useCases = [];

    /// <summary>Every command and query that has a handler.</summary>
    public IReadOnlyCollection<UseCase> All => _useCases.Values;

    internal void Add(Type message, string? feature)
    {
        var rule = message.GetCustomAttribute<AccessRuleAttribute>()
            ?? throw new InvalidOperationException($"{message} declares no access rule.");
        if (!_useCases.TryAdd(message, new UseCase(message, feature, rule)))
        {
            throw new InvalidOperationException($"{message} has two handlers.");
        }
    }

    public UseCase Of(Type message) => _useCases[message];
}

/// <param name="Feature">Null for the kernel's own.</param>
public sealed record UseCase(Type Message, string? Feature, AccessRuleAttribute Rule);
