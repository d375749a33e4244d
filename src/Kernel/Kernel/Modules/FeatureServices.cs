using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Modules;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Modules;

/// <summary>
/// Puts the registrations of features into the one container. A contract (a service type of Abstractions or of another
/// module's contracts) is registered under a key per feature; a scope resolves those of its site's enabled features. What a module
/// registers for itself is registered plainly, since nobody else can name it.
/// </summary>
internal sealed class FeatureServices(ModuleCatalog catalog, IServiceCollection services)
{
    private const string KernelFeature = "Kernel";

    private readonly Dictionary<Type, List<FeatureRegistration>> _contracts = [];

    public void Add(StartupBase startup)
    {
        var type = startup.GetType();
        var feature = catalog.FeatureOf(type)!;
        var staged = new ServiceCollection();
        startup.ConfigureServices(staged);
        foreach (var descriptor in staged)
        {
            var owner = descriptor.ServiceType.Assembly;
            if (owner == type.Assembly && !IsContract(descriptor.ServiceType))
            {
                services.Add(descriptor);
            }
            else if (owner == typeof(StartupBase).Assembly || catalog.ModuleOf(owner) is not null)
            {
                AddContract(feature, descriptor);
            }
            else
            {
                throw new InvalidOperationException(
                    $"{type.FullName} registers {descriptor.ServiceType.FullName}, which belongs to the whole host. A feature registers contracts and its own services only.");
            }
        }
    }

    /// <summary>A contract that the kernel itself offers, in every site and before all features.</summary>
    public void AddKernel<TContract, TImplementation>()
        where TImplementation : class, TContract =>
        AddContract(KernelFeature, new ServiceDescriptor(typeof(TContract), typeof(TImplementation), ServiceLifetime.Scoped), first: true);

    public void Complete()
    {
        foreach (var (contract, registrations) in _contracts)
        {
            services.AddTransient(contract, provider => Last(provider, contract, registrations));
            services.AddTransient(typeof(IEnumerable<>).MakeGenericType(contract), provider => All(provider, contract, registrations));
        }
    }

    private static bool IsContract(Type type) => type.IsPublic && (type.Namespace?.Contains(".Contracts", StringComparison.Ordinal) ?? false);

    private void AddContract(string feature, ServiceDescriptor descriptor, bool first = false)
    {
        if (descriptor.Lifetime == ServiceLifetime.Singleton && typeof(IDisposable).IsAssignableFrom(descriptor.ImplementationType))
        {
            // The filtering factory hands it to scopes, which would dispose it with themselves.
            throw new InvalidOperationException($"{descriptor.ImplementationType} is a disposable singleton behind a contract; register it for the module itself and wrap it.");
        }

        if (!_contracts.TryGetValue(descriptor.ServiceType, out var list))
        {
            _contracts[descriptor.ServiceType] = list = [];
        }

        var key = $"{feature}#{list.Count}";
        list.Insert(first ? 0 : list.Count, new FeatureRegistration(feature, key));
        services.Add(Keyed(descriptor, key));
    }

    private static ServiceDescriptor Keyed(ServiceDescriptor descriptor, string key) => descriptor switch
    {
        { ImplementationType: { } implementation } => new ServiceDescriptor(descriptor.ServiceType, key, implementation, descriptor.Lifetime),
        { ImplementationFactory: { } factory } => new ServiceDescriptor(descriptor.ServiceType, key, (provider, _) => factory(provider), descriptor.Lifetime),
        { ImplementationInstance: { } instance } => new ServiceDescriptor(descriptor.ServiceType, key, instance),
        _ => throw new InvalidOperationException($"Keyed registrations of contracts are not supported: {descriptor.ServiceType}."),
    };

    private static object Last(IServiceProvider provider, Type contract, List<FeatureRegistration> registrations)
    {
        var site = provider.GetRequiredService<ISiteContext>();
        for (var index = registrations.Count - 1; index >= 0; index--)
        {
            if (IsOn(site, registrations[index]))
            {
                return ((IKeyedServiceProvider)provider).GetRequiredKeyedService(contract, registrations[index].Key);
            }
        }

        throw new InvalidOperationException($"No enabled feature of the site '{site.Id}' offers {contract.FullName}.");
    }

    private static Array All(IServiceProvider provider, Type contract, List<FeatureRegistration> registrations)
    {
        var site = provider.GetRequiredService<ISiteContext>();
        var enabled = registrations.Where(registration => IsOn(site, registration)).ToList();
        var all = Array.CreateInstance(contract, enabled.Count);
        for (var index = 0; index < enabled.Count; index++)
        {
            all.SetValue(((IKeyedServiceProvider)provider).GetRequiredKeyedService(contract, enabled[index].Key), index);
        }

        return all;
    }

    private static bool IsOn(ISiteContext site, FeatureRegistration registration) =>
        registration.Feature == KernelFeature || site.IsEnabled(registration.Feature);

    private sealed record FeatureRegistration(string Feature, string Key);
}
