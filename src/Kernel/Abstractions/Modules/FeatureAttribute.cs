namespace ServicePlatform.Modules;

/// <summary>Declares a further feature of a module. Its name and description are texts: <c>Feature.{Id}</c>, <c>Feature.{Id}.Description</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class FeatureAttribute(string id) : Attribute
{
    public string Id { get; } = id;

    /// <summary>Ids of the features that this one needs.</summary>
    public string[] Dependencies { get; set; } = [];
}

/// <summary>
/// Puts a startup, controller, handler or listener under one feature of its module.
/// Without it, the type belongs to the module's default feature.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OfFeatureAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
