using Microsoft.Extensions.Localization;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders;

internal sealed class WorkOrderTexts(IStringLocalizer<Texts> texts) : IWorkOrderTexts
{
    public string JobType(string code) => Find("JobType.", code);

    public string State(OrderState state) => texts["OrderState." + state];

    public string State(RequestState state) => texts["RequestState." + state];

    public string State(VisitState state) => texts["VisitState." + state];

    public string Urgency(Urgency urgency) => texts["Urgency." + urgency];

    public string Pause(PauseReason reason) => texts["PauseReason." + reason];

    public string Refusal(string reasonCode) => Find("Refusal.", reasonCode);

    public string Channel(string code) => Find("Channel.", code);

    public string Clock(ClockKind kind) => texts["Clock." + kind];

    private string Find(string prefix, string code) => texts[prefix + code] is { ResourceNotFound: false } found ? found : code;
}
