using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>The icon of each kind of job.</summary>
internal static class JobSigns
{
    public static string Icon(string jobType) => jobType switch
    {
        JobTypes.Install => "package-plus",
        JobTypes.FilterChange => "refresh-cw",
        JobTypes.Maintenance => "sparkles",
        JobTypes.Relocation => "truck",
        JobTypes.WaterTest => "flask-conical",
        JobTypes.Guidance => "message-circle-question-mark",
        _ => "wrench",
    };
}
