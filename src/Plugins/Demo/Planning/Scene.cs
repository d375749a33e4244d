using System.Globalization;
using ServicePlatform.Demo.Raw;

namespace ServicePlatform.Demo.Planning;

/// <summary>What all planners have in hand.</summary>
internal sealed record Scene(HistoryInput Input, Material Material, Roster Roster, WorkingTime Time, Dice Dice, CultureInfo Culture)
{
    public Calendar Calendar { get; } = new();

    public Wording Wording { get; } = new();

    public string Say(LocalText text) => text.In(Culture);
}
