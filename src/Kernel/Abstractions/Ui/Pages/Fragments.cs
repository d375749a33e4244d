using Microsoft.AspNetCore.Http;

namespace ServicePlatform.Ui;

/// <summary>Requests for a part of a page.</summary>
public static class Fragments
{
    /// <summary>True where htmx asks for a part of a page (a side panel, a refreshed list); the layouts then leave their frame away.</summary>
    public static bool IsFragment(this HttpRequest request) =>
        request.Headers.ContainsKey("HX-Request") && !request.Headers.ContainsKey("HX-History-Restore-Request");

    /// <summary>True where the page is shown in the side panel.</summary>
    public static bool IsPanel(this HttpRequest request) =>
        request.IsFragment() && string.Equals(request.Headers["HX-Target"], "panel-body", StringComparison.Ordinal);
}
