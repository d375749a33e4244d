using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

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
}
