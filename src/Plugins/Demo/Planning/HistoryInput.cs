namespace ServicePlatform.Demo.Planning;

/// <summary>How much of a history a site gets.</summary>
/// <param name="Site">Which part of the material: <c>aqua</c>.</param>
/// <param name="FirstPerson">Place in the list of people from which the customers are taken.</param>
/// <param name="Companies">How many of the customers are organisations.</param>
/// <param name="Jobs">Orders in all.</param>
/// <param name="OpenJobs">Orders that are not ended at set-up.</param>
/// <param name="FullDay">Visits of the technician who has a full day.</param>
/// <param name="Seed">Of the draws.</param>
internal sealed record HistoryInput(
    string Name, string Site, int FirstPerson, int Customers, int Companies, int Machines, int Jobs, int OpenJobs, int FullDay, int Seed);
