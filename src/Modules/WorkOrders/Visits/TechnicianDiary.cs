namespace ServicePlatform.WorkOrders.Visits;

/// <summary>One row per technician. Whoever confirms a visit of his changes it first, so that two bookings of one window do not pass side by side.</summary>
internal sealed class TechnicianDiary
{
    public Guid TechnicianId { get; init; }

    /// <summary>Confirmed visits written so far, moved ones among them.</summary>
    public int Bookings { get; private set; }
}
