using System.Reflection;
using ServicePlatform.Events;
using ServicePlatform.Kernel.Plugins;

namespace ServicePlatform.Kernel.Events;

/// <summary>Who acts on which event.</summary>
internal sealed class EventMap
{
    private readonly Dictionary<Type, List<EventReceiver>> _handlers = [];
    private readonly Dictionary<Type, List<EventReceiver>> _listeners = [];
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EventReceiver> _byName = new(StringComparer.Ordinal);

    public IReadOnlyList<EventReceiver> HandlersOf(Type type) => _handlers.GetValueOrDefault(type) ?? [];

    public IReadOnlyList<EventReceiver> ListenersOf(Type type) => _listeners.GetValueOrDefault(type) ?? [];

    public Type? TypeOf(string name) => _types.GetValueOrDefault(name);

    public EventReceiver? Listener(string name, Type eventType) => _byName.GetValueOrDefault(name + "|" + eventType.FullName);

    /// <summary>Names of the listeners whose feature is not among these, or whose plugin rests.</summary>
    public List<string> ListenersOutside(IReadOnlySet<string> features, PluginGuard guard) =>
        _listeners.Values.SelectMany(list => list).Where(listener => !features.Contains(listener.Feature) || (listener.Plugin is { } plugin && guard.IsResting(plugin))).Select(listener => listener.Type.FullName!).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>Names of the listeners of these features.</summary>
    public List<string> ListenersOf(IReadOnlySet<string> features) =>
        _listeners.Values.SelectMany(list => list).Where(listener => features.Contains(listener.Feature)).Select(listener => listener.Type.FullName!).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>How many kinds of event these features act on.</summary>
    public int EventsOf(IReadOnlySet<string> features) =>
        _handlers.Concat(_listeners).Where(pair => pair.Value.Any(receiver => features.Contains(receiver.Feature))).Select(pair => pair.Key).Distinct().Count();

    public void AddHandler(Type contract, Type implementation, string feature, Plugin? plugin = null)
    {
        // A plugin's handler does not sit in somebody else's transaction unless it says that it matters there: it is told afterwards.
        if (plugin is null || implementation.IsDefined(typeof(DecisiveAttribute)))
        {
            Add(_handlers, contract, implementation, feature, plugin);
        }
        else
        {
            AddListener(contract, implementation, feature, plugin);
        }
    }

    public void AddListener(Type contract, Type implementation, string feature, Plugin? plugin = null)
    {
        var receiver = Add(_listeners, contract, implementation, feature, plugin);
        _byName[implementation.FullName + "|" + contract.GenericTypeArguments[0].FullName] = receiver;
    }

    private EventReceiver Add(Dictionary<Type, List<EventReceiver>> map, Type contract, Type implementation, string feature, Plugin? plugin)
    {
        var type = contract.GenericTypeArguments[0];
        _types[type.FullName!] = type;
        if (!map.TryGetValue(type, out var list))
        {
            map[type] = list = [];
        }

        var receiver = new EventReceiver(implementation, feature, contract.GetMethod("HandleAsync")!, plugin);
        list.Add(receiver);
        return receiver;
    }
}

internal sealed record EventReceiver(Type Type, string Feature, MethodInfo Method, Plugin? Plugin)
{
    private bool TakesDelivery => Method.GetParameters().Length == 3;

    public Task InvokeAsync(object receiver, IEvent domainEvent, EventDelivery? delivery, CancellationToken cancellationToken)
    {
        object[] arguments = delivery is null || !TakesDelivery ? [domainEvent, cancellationToken] : [domainEvent, delivery, cancellationToken];
        return (Task)Method.Invoke(receiver, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }
}
