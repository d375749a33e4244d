using ServicePlatform.Network.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>Which skill a job asks for.</summary>
internal static class Skills
{
    /// <summary>True where he knows this kind of work with the category, or with any where none is known.</summary>
    public static bool Fit(Order order, TechnicianSummary technician)
    {
        var needed = SkillWork.Code(order.CategoryCode, Work(order.JobType));
        return order.CategoryCode == Order.AnyCategory
            ? technician.Skills.Any(skill => skill.EndsWith(needed, StringComparison.Ordinal))
            : technician.Skills.Contains(needed, StringComparer.Ordinal);
    }

    private static string Work(string jobType) => jobType switch
    {
        JobTypes.Install or JobTypes.Relocation => SkillWork.Install,
        JobTypes.Repair => SkillWork.Repair,
        _ => SkillWork.Maintenance,
    };
}
