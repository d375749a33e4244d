using ServicePlatform.Privacy;

namespace ServicePlatform.Playbooks.Privacy;

internal sealed class PlaybooksPersonalColumns : IPersonalColumns
{
    private const string Procedure = "words of a procedure, for all";

    public IReadOnlyCollection<string> OfCustomers { get; } = [];

    public IReadOnlyCollection<string> OfStaff { get; } = [];

    public IReadOnlyDictionary<string, string> NotPersonal { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Playbooks_Versions.TitleZh"] = Procedure,
        ["Playbooks_Versions.TitleEn"] = Procedure,
        ["Playbooks_Versions.Note"] = "what is new in a version",
        ["Playbooks_Steps.TitleZh"] = Procedure,
        ["Playbooks_Steps.TitleEn"] = Procedure,
        ["Playbooks_Steps.RemedyZh"] = Procedure,
        ["Playbooks_Steps.RemedyEn"] = Procedure,
        ["Playbooks_Steps.AngleZh"] = Procedure,
        ["Playbooks_Steps.AngleEn"] = Procedure,
    };
}
