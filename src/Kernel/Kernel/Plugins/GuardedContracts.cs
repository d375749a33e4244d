using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Recipes;
using ServicePlatform.Scheduling;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>Puts the guard between the product and what a plugin offers it.</summary>
internal static class GuardedContracts
{
    /// <summary>
    /// The same registration, made only when it is asked for: a plugin's service that lacks something must not keep the host's container
    /// from being built.
    /// </summary>
    public static ServiceDescriptor Late(ServiceDescriptor descriptor) => descriptor is { IsKeyedService: false, ImplementationType: { ContainsGenericParameters: false } implementation }
        ? new ServiceDescriptor(descriptor.ServiceType, provider => ActivatorUtilities.CreateInstance(provider, implementation), descriptor.Lifetime)
        : descriptor;

    /// <summary>A plugin's service, guarded where its contract is an interface.</summary>
    public static object Make(IServiceProvider provider, Type contract, Plugin plugin, Func<object> make)
    {
        var guard = provider.GetRequiredService<PluginGuard>();
        var siteId = provider.GetRequiredService<ISiteContext>().Id;
        var name = $"{contract.Name}";
        var service = guard.Run(plugin, name, siteId, make);
        var lost = provider.GetRequiredService<LostCalls>();
        if (service is LongTask task)
        {
            return guard.Run(plugin, name, siteId, () => new GuardedLongTask(task, plugin, siteId, guard, lost));
        }

        if (!contract.IsInterface)
        {
            return service;
        }

        var shape = service is IRecipeStep and IUntransactedStep ? typeof(IUntransactedRecipeStep) : contract;
        var guarded = (GuardedContract)DispatchProxy.Create(shape, typeof(GuardedContract));
        guarded.Set(service, plugin, siteId, guard, lost);
        return guarded;
    }

    public static TimeSpan LimitOf(object service, PluginOptions options) => service is IRecurringJob or IRecipeStep ? options.JobLimit : options.ContractLimit;

    /// <summary>Whether the product goes on without an answer: it asks many, and this one had nothing to say.</summary>
    public static bool IsOptional(object service) => service is not (IRecurringJob or IRecipeStep);
}

/// <summary>A recipe step that looks after its own transactions, as one contract.</summary>
internal interface IUntransactedRecipeStep : IRecipeStep, IUntransactedStep;
