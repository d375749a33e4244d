using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Modules;
using ServicePlatform.Security;

namespace ServicePlatform.ArchitectureTests;

[Trait("capability", "B14")]
public sealed class AccessTests
{
    [Fact]
    public void Every_command_and_query_declares_one_rule()
    {
        var messages = Product.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsInterface && type.GetInterfaces().Any(contract => contract.IsGenericType
                && (contract.GetGenericTypeDefinition() == typeof(ICommand<>) || contract.GetGenericTypeDefinition() == typeof(IQuery<>))));

        messages.Where(type => type.GetCustomAttributes<AccessRuleAttribute>().Count() != 1).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_and_query_has_one_handler()
    {
        var handlers = Product.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetInterfaces())
            .Where(contract => contract.IsGenericType
                && (contract.GetGenericTypeDefinition() == typeof(ICommandHandler<,>) || contract.GetGenericTypeDefinition() == typeof(IQueryHandler<,>)))
            .Select(contract => contract.GenericTypeArguments[0])
            .ToLookup(type => type);
        var messages = Product.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsInterface && type.GetInterfaces().Any(contract => contract.IsGenericType
                && (contract.GetGenericTypeDefinition() == typeof(ICommand<>) || contract.GetGenericTypeDefinition() == typeof(IQuery<>))));

        messages.Where(type => handlers[type].Count() != 1).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_action_declares_a_rule()
    {
        var actions =
            from assembly in Product.Assemblies
            from type in assembly.GetTypes()
            where type.IsSubclassOf(typeof(ControllerBase)) && !type.IsAbstract
            from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where method.GetCustomAttributes().Any(attribute => attribute is HttpMethodAttribute or IRouteTemplateProvider)
            where method.GetCustomAttribute<AccessRuleAttribute>() is null && type.GetCustomAttribute<AccessRuleAttribute>() is null
            select $"{type.FullName}.{method.Name}";

        actions.ShouldBeEmpty();
    }

    [Fact]
    public void Every_minimal_endpoint_declares_a_rule()
    {
        var endpoints = new Endpoints();
        foreach (var startup in Product.Modules.SelectMany(module => module.GetTypes()).Where(type => type.IsSubclassOf(typeof(StartupBase)) && !type.IsAbstract))
        {
            ((StartupBase)Activator.CreateInstance(startup)!).ConfigureEndpoints(endpoints);
        }

        endpoints.DataSources.SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessRuleAttribute>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .ShouldBeEmpty();
    }

    private sealed class Endpoints : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider { get; } = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider();

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public Microsoft.AspNetCore.Builder.IApplicationBuilder CreateApplicationBuilder() =>
            new Microsoft.AspNetCore.Builder.ApplicationBuilder(ServiceProvider);
    }
}
