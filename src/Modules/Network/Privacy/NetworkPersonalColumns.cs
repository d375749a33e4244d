using ServicePlatform.Privacy;

namespace ServicePlatform.Network.Privacy;

internal sealed class NetworkPersonalColumns : IPersonalColumns
{
    private const string Business = "of a business, known to everybody";

    public IReadOnlyCollection<string> OfCustomers { get; } = [];

    public IReadOnlyCollection<string> OfStaff { get; } = ["Network_Technicians.Name", "Network_Technicians.Phone", "Network_Technicians.UserName"];

    public IReadOnlyDictionary<string, string> NotPersonal { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Network_Organisations.Name"] = Business,
        ["Network_Organisations.Phone"] = Business,
        ["Network_Organisations.Address"] = Business,
        ["Network_Organisations.Latitude"] = Business,
        ["Network_Organisations.Longitude"] = Business,
        ["Network_Organisations.OpeningNote"] = Business,
        ["Network_Principals.Name"] = Business,
        ["Network_Principals.Hotline"] = Business,
        ["Network_Portals.Name"] = Business,
        ["Network_Portals.Hotline"] = Business,
        ["Network_ServiceAreas.ExceptionReason"] = "why a county has two outlets",
    };
}
