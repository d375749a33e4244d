namespace ServicePlatform.Demo.Raw;

internal sealed record Accounts(IReadOnlyDictionary<string, SiteAccounts> Sites);

internal sealed record SiteAccounts(IReadOnlyList<StaffRow> Staff, IReadOnlyList<TechnicianRow> Technicians)
{
    public IReadOnlyList<string> UserNames(string role) =>
        [.. Staff.Where(row => row.Roles.Contains(role, StringComparer.Ordinal)).Select(row => row.UserName)];

    /// <summary>Who runs the organisation, or null.</summary>
    public string? RunnerOf(string organisation) => Staff.FirstOrDefault(row => row.Organisation == organisation)?.UserName;
}

internal sealed record StaffRow(string UserName, IReadOnlyList<string> Roles, string Organisation);

internal sealed record TechnicianRow(string UserName, string Code, string Organisation);
