using ServicePlatform.Fields;

namespace ServicePlatform.Devices.Machines;

/// <summary>Machines may have fields of the site's own.</summary>
internal sealed class MachineFields : ICustomFieldSubject
{
    public string Kind => Machine.Kind;

    public int Order => 20;
}
