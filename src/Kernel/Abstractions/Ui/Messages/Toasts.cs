using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using ServicePlatform.Web;

namespace ServicePlatform.Ui;

/// <summary>Short notices that pass.</summary>
public static class Toasts
{
    /// <summary>
    /// Shows a notice with an answer to htmx. A page that is followed by another page uses
    /// <see cref="Web.PageResults.Done"/> instead.
    /// </summary>
    public static void Toast(this Controller controller, string text, Tone tone = Tone.Good) =>
        controller.Response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new { toast = new { text, tone = tone.Name() } });

    /// <summary>
    /// For layouts: a part of a page that follows a post shows the notice that <see cref="PageResults.Done"/> left, and tells
    /// the page around it by the event <c>page:changed</c> that something is new.
    /// </summary>
    public static void Carry(HttpContext context, ITempDataDictionary notices)
    {
        if (notices[PageResults.ToastKey] is not string { Length: > 0 } text)
        {
            return;
        }

        var failed = text[0] == '!';
        var events = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["toast"] = new { text = failed ? text[1..] : text, tone = (failed ? Tone.Bad : Tone.Good).Name() },
        };
        if (!failed)
        {
            events["page:changed"] = new { };
        }

        context.Response.Headers["HX-Trigger"] = JsonSerializer.Serialize(events);
    }
}
