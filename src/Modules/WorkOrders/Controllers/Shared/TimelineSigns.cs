namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Icon and tone of the entries of a timeline, by their code.</summary>
internal static class TimelineSigns
{
    public static (string Icon, string Tone) Of(string code) => code switch
    {
        "orders.created" or "orders.request-received" => ("phone-incoming", "neutral"),
        "orders.request-triaged" => ("stethoscope", "info"),
        "orders.request-converted" or "orders.dispatched" or "orders.passed-down" => ("send", "info"),
        "orders.accepted" or "orders.technician-named" => ("user-check", "info"),
        "orders.refused" or "orders.refused-twice" => ("undo-2", "bad"),
        "orders.appointment-proposed" => ("calendar-clock", "warn"),
        "orders.appointment-confirmed" => ("calendar-check", "good"),
        "orders.paused" or "orders.nobody-home" or "orders.visit-incomplete" => ("pause", "warn"),
        "orders.resumed" or "orders.work-started" => ("play", "info"),
        "orders.travel-started" => ("truck", "info"),
        "orders.arrived" => ("map-pin", "info"),
        "orders.reading-outside" => ("gauge", "warn"),
        "orders.signed" => ("signature", "good"),
        "orders.visit-finished" or "orders.closed" or "orders.request-solved" => ("circle-check", "good"),
        "orders.review-started" => ("clipboard-check", "info"),
        "orders.sent-back" or "orders.signature-voided" or "orders.withdrawn" => ("undo-2", "warn"),
        "orders.cancelled" or "orders.voided" or "orders.visit-cancelled" or "orders.request-rejected" => ("ban", "neutral"),
        "orders.unfixable" => ("circle-x", "bad"),
        _ => ("circle-small", "neutral"),
    };
}
