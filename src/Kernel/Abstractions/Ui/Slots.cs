using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServicePlatform.Ui;

/// <summary>What children hand up to the nearest element that has a place for it.</summary>
internal sealed class Slots
{
    public IHtmlContent? Actions { get; set; }

    /// <summary>Opens the slots for the children of an element. Must be called before their content is read.</summary>
    public static Slots Open(TagHelperContext context)
    {
        var slots = new Slots();
        context.Items[typeof(Slots)] = slots;
        return slots;
    }

    public static Slots? Of(TagHelperContext context) =>
        context.Items.TryGetValue(typeof(Slots), out var slots) ? (Slots)slots : null;
}
