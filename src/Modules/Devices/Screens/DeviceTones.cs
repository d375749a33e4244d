using ServicePlatform.Devices.Contracts;
using ServicePlatform.Ui;

namespace ServicePlatform.Devices.Screens;

internal static class DeviceTones
{
    public static Tone Of(FilterCondition condition) => condition switch
    {
        FilterCondition.Due => Tone.Bad,
        FilterCondition.DueSoon or FilterCondition.Watch => Tone.Warn,
        _ => Tone.Good,
    };

    public static Tone Of(MachineStatus status) => status switch
    {
        MachineStatus.InUse => Tone.Good,
        MachineStatus.Away => Tone.Warn,
        MachineStatus.Sold => Tone.Info,
        _ => Tone.Neutral,
    };
}
