using ServicePlatform.Commands;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>A window of time: one of those that were offered, or a day and two times of the site's wall clock.</summary>
internal class WindowInput
{
    /// <summary>Value of <see cref="Slot"/> where day and times are typed.</summary>
    public const string Other = "other";

    /// <summary>A <see cref="TimeSlot"/>, <see cref="Other"/>, or empty.</summary>
    public string? Slot { get; set; }

    public DateOnly? Date { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? Until { get; set; }

    /// <summary>Null where none is given, or only half of one.</summary>
    public TimeSlot? Window()
    {
        if (TimeSlot.Parse(Slot) is { } offered)
        {
            return offered;
        }

        return Slot == Other && Date is { } day && From is { } from && Until is { } until ? TimeSlot.Of(day, from, until) : null;
    }

    /// <summary>What is wrong with the times is said where they were chosen.</summary>
    public Failure OnOffered(Failure failure) => Slot == Other ? failure : failure.Under("", (nameof(From), nameof(Slot)), (nameof(Until), nameof(Slot)));
}
