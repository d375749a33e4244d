using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Plugins;

namespace ServicePlatform.Kernel.Modules;

/// <summary>What a feature has registered for a contract.</summary>
internal sealed record FeatureRegistration(string Feature, string Key, Plugin? Plugin)
{
    public object Resolve(IServiceProvider provider, Type contract) => Plugin is { } plugin
        ? GuardedContracts.Make(provider, contract, plugin, () => ((IKeyedServiceProvider)provider).GetRequiredKeyedService(contract, Key))
        : ((IKeyedServiceProvider)provider).GetRequiredKeyedService(contract, Key);

    /// <summary>A plugin's service that cannot even be made is left out of a list; the others are there.</summary>
    public object? Find(IServiceProvider provider, Type contract)
    {
        try
        {
            return Resolve(provider, contract);
        }
        catch (Exception) when (Plugin is not null)
        {
            return null;
        }
    }
}

/// <summary>What each feature offers by contracts, whether a site has it on or not.</summary>
internal sealed class FeatureContracts(IReadOnlyDictionary<Type, List<FeatureRegistration>> contracts)
{
    /// <param name="everything">Services of a site in which all features are on.</param>
    /// <param name="features">Whose.</param>
    public IEnumerable<(string Feature, T Service)> Of<T>(IServiceProvider everything, IReadOnlySet<string> features)
        where T : class =>
        (contracts.GetValueOrDefault(typeof(T)) ?? []).Where(registration => features.Contains(registration.Feature))
            .Select(registration => (registration.Feature, Service: registration.Find(everything, typeof(T)) as T))
            .Where(found => found.Service is not null)
            .Select(found => (found.Feature, found.Service!));
}
