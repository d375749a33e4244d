using System.ComponentModel.DataAnnotations;

namespace ServicePlatform.Screens.Style;

/// <summary>The form of the style page.</summary>
public sealed class StyleExample
{
    [StringLength(200)]
    public string Name { get; set; } = "";

    public string Phone { get; set; } = "";

    public Guid? CustomerId { get; set; }

    public string Kind { get; set; } = "repair";

    public string? Outlet { get; set; }

    public double? Pressure { get; set; }

    public DateTime? VisitAt { get; set; }

    public DateOnly? Bought { get; set; }

    public string? Note { get; set; }

    public bool Urgent { get; set; }

    public bool Reminders { get; set; }

    /// <summary>UTC; examples of times are written relative to it.</summary>
    public DateTime Now { get; set; }
}
