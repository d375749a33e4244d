using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Audit;

/// <summary>Who did what, when, to which thing.</summary>
[Area("Accounts")]
[RequirePermission(AccountPermissions.Audit)]
[Route("app/audit")]
internal sealed class AuditController(ISender sender, AuditWords words, ISiteContext site, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>UTF-8 with its mark, which spreadsheets need to read Chinese.</summary>
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, string? act, DateOnly? from, DateOnly? until, string? after, string? before, CancellationToken cancellationToken)
    {
        var filter = new AuditFilter(q, act, from, until);
        var list = await sender.AskAsync(new ListAudit(filter, new PageRequest(after ?? before, before is not null)), cancellationToken);
        return list.Succeeded ? View(new AuditPage(list.Value, filter, words.Acts())) : this.FailedPage(list.Failure);
    }

    /// <summary>The same as a table, as long as it is.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export(string? q, string? act, DateOnly? from, DateOnly? until, CancellationToken cancellationToken)
    {
        var filter = new AuditFilter(q, act, from, until);
        var page = await sender.AskAsync(new ReadAudit(filter, null), cancellationToken);
        if (!page.Succeeded)
        {
            return this.FailedPage(page.Failure);
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{site.Id}-audit.csv\"";
        await using var writer = new StreamWriter(Response.Body, Encoding) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line([texts["Audit.At"], texts["Audit.Who"], texts["Audit.Area"], texts["Audit.Act"], texts["Audit.Thing"], "TraceId"]));
        for (var next = page; next.Succeeded; next = await sender.AskAsync(new ReadAudit(filter, next.Value.Lines.Next), cancellationToken))
        {
            foreach (var line in next.Value.Lines.Items)
            {
                var at = TimeZoneInfo.ConvertTimeFromUtc(line.Row.At, site.TimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                await writer.WriteLineAsync(Line([at, words.WhoOf(line), words.AreaOf(line.Row), words.NameOf(line.Row.Command), string.Join(' ', line.Things.Select(known => known.Name)), line.Row.TraceId]));
            }

            await writer.FlushAsync(cancellationToken);
            if (next.Value.Lines.Next is null)
            {
                break;
            }
        }

        return new EmptyResult();
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    /// <summary>A spreadsheet would run a cell that begins like a formula; with a quote before it, it stays text.</summary>
    private static string Cell(string text)
    {
        var inert = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return inert.AsSpan().IndexOfAny("\",\r\n") < 0 ? inert : "\"" + inert.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}

internal sealed record AuditPage(AuditList List, AuditFilter Filter, IReadOnlyList<SelectListItem> Acts);
