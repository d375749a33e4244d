namespace ServicePlatform.WorkOrders.Contracts;

/// <summary>The words of this module's codes and states, in the reader's language, for other modules' screens.</summary>
public interface IWorkOrderTexts
{
    /// <summary>Name of a kind of job: 维修, Repair. The code itself where it is unknown.</summary>
    string JobType(string code);

    string State(OrderState state);

    string State(RequestState state);

    string State(VisitState state);

    string Urgency(Urgency urgency);

    string Pause(PauseReason reason);

    string Refusal(string reasonCode);

    string Channel(string code);

    string Clock(ClockKind kind);
}
