using Microsoft.Extensions.Localization;
using ServicePlatform.Data.Identity;

namespace ServicePlatform.Accounts.Own;

/// <summary>A session as its owner or an administrator reads it.</summary>
internal sealed record SessionLine(Guid Id, string Device, string Icon, string Address, DateTime OpenedAt, DateTime LastSeenAt, bool IsThis)
{
    public static SessionLine Of(UserSession session, Guid? current, IStringLocalizer texts)
    {
        var device = DeviceName.Of(session.Device);
        string name = (device.Browser, device.System) switch
        {
            (null, null) => texts["Device.Unknown"],
            (null, { } system) => system,
            ({ } browser, null) => browser,
            ({ } browser, { } system) => texts["Device.On", browser, system],
        };
        return new SessionLine(session.Id, name, device.IsPhone ? "smartphone" : "monitor", session.Address, session.CreatedAt, session.LastSeenAt, session.Id == current);
    }
}
