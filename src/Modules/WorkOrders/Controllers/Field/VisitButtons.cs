using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>The one button at the foot of the technician's page.</summary>
internal static class VisitButtons
{
    /// <summary>False where the visit has ended: nothing is left to press.</summary>
    public static bool Has(VisitScreen screen) =>
        screen.Part != VisitPart.Overview || screen.Visit.Visit.State is VisitState.Proposed or VisitState.Confirmed or VisitState.EnRoute or VisitState.Arrived or VisitState.Working;

    /// <summary>Words on the button that sends the form of the page: the text key.</summary>
    public static string Words(VisitScreen screen) => screen.Part switch
    {
        VisitPart.Step => screen.Step!.Kind switch
        {
            StepKind.Photo => "Ui.Field.SavePhoto",
            StepKind.Reading or StepKind.Text or StepKind.Flush => "Ui.Field.SaveStep",
            _ => "Ui.Field.DoneStep",
        },
        VisitPart.Sign => "Ui.Field.SaveSignature",
        VisitPart.Finish => "FieldAction.Finish",
        VisitPart.NobodyHome => "Ui.Field.ReportNobody",
        VisitPart.Incomplete => "FieldAction.LeaveIncomplete",
        _ => "Ui.Field.SavePhoto",
    };
}
