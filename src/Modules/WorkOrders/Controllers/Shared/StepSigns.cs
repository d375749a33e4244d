using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>The icon of each kind of step.</summary>
internal static class StepSigns
{
    public static string Icon(StepKind kind) => kind switch
    {
        StepKind.Reading => "gauge",
        StepKind.Photo => "camera",
        StepKind.Flush => "droplets",
        StepKind.Signature => "signature",
        StepKind.Text => "text",
        StepKind.FilterChange => "refresh-cw",
        _ => "square-check",
    };
}
