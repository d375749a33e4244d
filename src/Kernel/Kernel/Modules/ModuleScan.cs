using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Events;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Plugins;

namespace ServicePlatform.Kernel.Modules;

/// <summary>Registers what is found by its shape: handlers, validators, event handlers and listeners.</summary>
internal static class ModuleScan
{
    public static void Register(IServiceCollection services, ModuleCatalog catalog, UseCaseMap useCases, EventMap events, Type type, Plugin? plugin = null)
    {
        foreach (var contract in type.GetInterfaces().Where(contract => contract.IsGenericType))
        {
            var shape = contract.GetGenericTypeDefinition();
            if (shape == typeof(ICommandHandler<,>))
            {
                var (message, result) = (contract.GenericTypeArguments[0], contract.GenericTypeArguments[1]);
                useCases.Add(message, catalog.FeatureOf(type));
                Add(services, contract, type, plugin);
                AddRequest(services, message, result, typeof(CommandEnvelope<,>), typeof(CommandEnvelopeHandler<,>), [typeof(AuthoriseCommand<,>), typeof(ValidateCommand<,>), typeof(TransactCommand<,>)]);
            }
            else if (shape == typeof(IQueryHandler<,>))
            {
                var (message, result) = (contract.GenericTypeArguments[0], contract.GenericTypeArguments[1]);
                useCases.Add(message, catalog.FeatureOf(type));
                Add(services, contract, type, plugin);
                AddRequest(services, message, result, typeof(QueryEnvelope<,>), typeof(QueryEnvelopeHandler<,>), [typeof(AuthoriseQuery<,>), typeof(ValidateQuery<,>)]);
            }
            else if (shape == typeof(IValidator<>))
            {
                Add(services, contract, type, plugin);
            }
            else if (shape == typeof(IEventHandler<>))
            {
                events.AddHandler(contract, type, catalog.FeatureOf(type)!, plugin);
                Add(services, type, type, plugin);
            }
            else if (shape == typeof(IEventListener<>))
            {
                events.AddListener(contract, type, catalog.FeatureOf(type)!, plugin);
                Add(services, type, type, plugin);
            }
        }
    }

    private static void Add(IServiceCollection services, Type contract, Type type, Plugin? plugin)
    {
        var descriptor = ServiceDescriptor.Scoped(contract, type);
        services.Add(plugin is null ? descriptor : GuardedContracts.Late(descriptor));
    }

    private static void AddRequest(IServiceCollection services, Type message, Type result, Type envelope, Type handler, Type[] behaviours)
    {
        var request = envelope.MakeGenericType(message, result);
        var response = typeof(Result<>).MakeGenericType(result);
        services.AddScoped(typeof(IRequestHandler<,>).MakeGenericType(request, response), handler.MakeGenericType(message, result));
        foreach (var behaviour in behaviours)
        {
            // Transient: a command inside another one of the same kind must not share its state.
            services.AddTransient(typeof(IPipelineBehavior<,>).MakeGenericType(request, response), behaviour.MakeGenericType(message, result));
        }
    }
}
