using ServicePlatform.Network.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>Which skill a job asks for.</summary>
internal static class Skills
{
    public static string Needed(string categoryCode, string jobType) => SkillWork.Code(categoryCode, jobType switch
    {
        JobTypes.Install or JobTypes.Relocation => SkillWork.Install,
        JobTypes.Repair => SkillWork.Repair,
        _ => SkillWork.Maintenance,
    });
}
