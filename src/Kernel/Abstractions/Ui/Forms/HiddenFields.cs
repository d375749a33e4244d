using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ServicePlatform.Ui;

internal static class HiddenFields
{
    /// <summary>The antiforgery token and the operation id; after a failed post the operation keeps its id.</summary>
    public static IHtmlContent Of(ViewContext view, IHtmlGenerator generator, bool keepOperation)
    {
        var request = view.HttpContext.Request;
        var posted = keepOperation && request.HasFormContentType ? request.Form[FormFields.OperationId].ToString() : "";
        var content = new HtmlContentBuilder();
        content.AppendHtml(Markup.Tag("input").With("type", "hidden").With("name", FormFields.OperationId)
            .With("value", Guid.TryParse(posted, out var id) ? id.ToString("N") : Guid.CreateVersion7().ToString("N")));
        if (generator.GenerateAntiforgery(view) is { } token)
        {
            content.AppendHtml(token);
        }

        return content;
    }
}
