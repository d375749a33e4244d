using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Plugins;
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
        var staged = new ServiceCollection();
        startup.ConfigureServices(staged);
        Check(startup, staged, catalog);
        Add(startup, staged);
    }

    /// <summary>Adds what a startup has registered and <see cref="Check"/> has found good.</summary>
    /// <param name="startup">Whose they are.</param>
    /// <param name="staged">What it has registered.</param>
    /// <param name="plugin">Whose calls are guarded; null for a module of the product.</param>
    public void Add(StartupBase startup, IServiceCollection staged, Plugin? plugin = null)
    {
        var type = startup.GetType();
        var feature = catalog.FeatureOf(type)!;
        foreach (var descriptor in staged)
        {
            if (IsOwn(type, descriptor))
            {
                services.Add(plugin is null ? descriptor : GuardedContracts.Late(descriptor));
            }
            else
            {
                AddContract(feature, plugin is null ? descriptor : GuardedContracts.Late(descriptor), plugin: plugin);
            }
        }
    }

    /// <summary>Sees that a startup registers contracts and its own services only.</summary>
    /// <exception cref="InvalidOperationException">It registers what belongs to the whole host.</exception>
    public static void Check(StartupBase startup, IServiceCollection staged, ModuleCatalog catalog)
    {
        var type = startup.GetType();
        foreach (var descriptor in staged)
        {
            var owner = descriptor.ServiceType.Assembly;
            var isContract = !IsOwn(type, descriptor);
            if (isContract && (owner != type.Assembly && owner != typeof(StartupBase).Assembly && catalog.ModuleOf(owner) is null))
            {
                throw new InvalidOperationException(
                    $"{type.FullName} registers {descriptor.ServiceType.FullName}, which belongs to the whole host. A feature registers contracts and its own services only.");
            }

            if (isContract && (descriptor.IsKeyedService || descriptor.ServiceType.ContainsGenericParameters))
            {
                throw new InvalidOperationException($"Keyed or open registrations of contracts are not supported: {descriptor.ServiceType}.");
            }

            if (isContract && descriptor.Lifetime == ServiceLifetime.Singleton && typeof(IDisposable).IsAssignableFrom(descriptor.ImplementationType))
            {
                // The filtering factory hands it to scopes, which would dispose it with themselves.
                throw new InvalidOperationException($"{descriptor.ImplementationType} is a disposable singleton behind a contract; register it for the module itself and wrap it.");
            }
        }
    }

    /// <summary>A contract that the kernel itself offers, in every site and before all features.</summary>
    public void AddKernel<TContract, TImplementation>()
        where TImplementation : class, TContract =>
        AddContract(KernelFeature, new ServiceDescriptor(typeof(TContract), typeof(TImplementation), ServiceLifetime.Scoped), first: true);

    public void Complete()
    {
        services.AddSingleton(new FeatureContracts(_contracts));
        foreach (var (contract, registrations) in _contracts)
        {
            services.AddTransient(contract, provider => Last(provider, contract, registrations));
            services.AddTransient(typeof(IEnumerable<>).MakeGenericType(contract), provider => All(provider, contract, registrations));
        }
    }

    private static bool IsOwn(Type startup, ServiceDescriptor descriptor) => descriptor.ServiceType.Assembly == startup.Assembly && !IsContract(descriptor.ServiceType);

    private static bool IsContract(Type type) => type.IsPublic && (type.Namespace?.Contains(".Contracts", StringComparison.Ordinal) ?? false);

    private void AddContract(string feature, ServiceDescriptor descriptor, bool first = false, Plugin? plugin = null)
    {
        if (!_contracts.TryGetValue(descriptor.ServiceType, out var list))
        {
            _contracts[descriptor.ServiceType] = list = [];
        }

        var key = $"{feature}#{list.Count}";
        list.Insert(first ? 0 : list.Count, new FeatureRegistration(feature, key, plugin));
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
                return registrations[index].Resolve(provider, contract);
            }
        }

        throw new InvalidOperationException($"No enabled feature of the site '{site.Id}' offers {contract.FullName}.");
    }

    private static Array All(IServiceProvider provider, Type contract, List<FeatureRegistration> registrations)
    {
        var site = provider.GetRequiredService<ISiteContext>();
        var enabled = registrations.Where(registration => IsOn(site, registration)).Select(registration => registration.Find(provider, contract)).OfType<object>().ToList();
        var all = Array.CreateInstance(contract, enabled.Count);
        for (var index = 0; index < enabled.Count; index++)
        {
            all.SetValue(enabled[index], index);
        }

        return all;
    }

    private static bool IsOn(ISiteContext site, FeatureRegistration registration) =>
        registration.Feature == KernelFeature || site.IsEnabled(registration.Feature);
}
