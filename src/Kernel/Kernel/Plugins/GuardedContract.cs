using System.Collections.Concurrent;
using System.Reflection;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>
/// Stands for a plugin's service: counts its calls, limits those that answer later, and answers an empty list for it where it fails or
/// rests, so that a page of the product has one card less and not an error.
/// </summary>
internal class GuardedContract : DispatchProxy
{
    private static readonly MethodInfo Later = typeof(GuardedContract).GetMethod(nameof(LaterAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly ConcurrentDictionary<Type, MethodInfo> LaterOf = new();

    private object _service = null!;
    private Plugin _plugin = null!;
    private PluginGuard _guard = null!;
    private LostCalls _lost = null!;
    private string _siteId = "";

    /// <summary>The plugin's own type behind a service, or the type of the service itself.</summary>
    public static Type TypeOf(object service) => service is GuardedContract guarded ? guarded._service.GetType() : service.GetType();

    public void Set(object service, Plugin plugin, string siteId, PluginGuard guard, LostCalls lost) => (_service, _plugin, _siteId, _guard, _lost) = (service, plugin, siteId, guard, lost);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        var answer = method.ReturnType;
        if (answer == typeof(Task))
        {
            return DoneLaterAsync(method, args);
        }

        if (answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Task<>))
        {
            return LaterOf.GetOrAdd(answer.GenericTypeArguments[0], type => Later.MakeGenericMethod(type)).Invoke(this, BindingFlags.DoNotWrapExceptions, null, [method, args], null);
        }

        return AtOnce(method, args);
    }

    private object? AtOnce(MethodInfo method, object?[]? args)
    {
        // What never fails by itself is not worth counting: names, orders, schedules.
        if (method.IsSpecialName && (method.ReturnType == typeof(string) || method.ReturnType.IsValueType))
        {
            return Call(method, args);
        }

        try
        {
            return _guard.Run(_plugin, NameOf(method), _siteId, () => Whole(method.ReturnType, Call(method, args)));
        }
        catch (Exception) when (GuardedContracts.IsOptional(_service) && Neutral.Has(method.ReturnType))
        {
            return Neutral.Of(method.ReturnType);
        }
    }

    private async Task DoneLaterAsync(MethodInfo method, object?[]? args)
    {
        var limit = GuardedContracts.LimitOf(_service, _guard.Options);
        await _lost.WatchAsync(() => _guard.RunAsync(
            _plugin,
            NameOf(method),
            _siteId,
            limit,
            async token =>
            {
                await (Task)Call(method, With(args, token))!;
                return true;
            },
            TokenOf(args)));
    }

    private async Task<T> LaterAsync<T>(MethodInfo method, object?[]? args)
    {
        try
        {
            return await _lost.WatchAsync(() => _guard.RunAsync(
                _plugin, NameOf(method), _siteId, GuardedContracts.LimitOf(_service, _guard.Options), token => (Task<T>)Call(method, With(args, token))!, TokenOf(args)));
        }
        catch (Exception exception) when (exception is not OperationCanceledException && GuardedContracts.IsOptional(_service) && Neutral.Has(typeof(T)))
        {
            return (T)Neutral.Of(typeof(T))!;
        }
    }

    private object? Call(MethodInfo method, object?[]? args) => method.Invoke(_service, BindingFlags.DoNotWrapExceptions, null, args, null);

    private string NameOf(MethodInfo method) => $"{_service.GetType().Name}.{(method.IsSpecialName ? method.Name[(method.Name.IndexOf('_', StringComparison.Ordinal) + 1)..] : method.Name)}";

    private static CancellationToken TokenOf(object?[]? args) => args?.OfType<CancellationToken>().FirstOrDefault() ?? CancellationToken.None;

    /// <summary>The token that also asks it to stop when its time is over.</summary>
    private static object?[]? With(object?[]? args, CancellationToken token) => args is null ? null : [.. args.Select(argument => argument is CancellationToken ? token : argument)];

    /// <summary>A list that is made while it is read would fail outside the guard.</summary>
    private static object? Whole(Type type, object? answer) => answer is not null && Neutral.ElementOf(type) is { } element && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? Neutral.Copy(answer, element) : answer;
}
