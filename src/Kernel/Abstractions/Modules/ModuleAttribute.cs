namespace ServicePlatform.Modules;

/// <summary>
/// Declares that an assembly is a module or a plugin. Its default feature has the module's id;
/// further features are declared by <see cref="FeatureAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ModuleAttribute(string id, int floor) : Attribute
{
    /// <summary>Unique id, which is also the id of the default feature and the area of its views: <c>Crm</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Floor 0 (kernel) to 7, 100 for plugins. A module sees lower floors only.</summary>
    public int Floor { get; } = floor;

    public string Version { get; set; } = "0.1.0";

    /// <summary>Ids of the features that the default feature needs.</summary>
    public string[] Dependencies { get; set; } = [];

    /// <summary>True for features that govern the host: no other site than the operator's area can have them.</summary>
    public bool OperatorAreaOnly { get; set; }

    /// <summary>True where the default feature is on in every site and cannot be switched off.</summary>
    public bool AlwaysEnabled { get; set; }
}
