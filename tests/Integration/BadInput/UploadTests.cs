using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Files;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>Files that are not what they say.</summary>
[Trait("goal", "G11")]
public sealed class UploadTests(TestPlatform platform)
{
    private static readonly byte[] Script = Encoding.UTF8.GetBytes("<html><body><svg xmlns='http://www.w3.org/2000/svg' onload='fuzz(1)'/><script>fuzz(1)</script></body></html>");

    [Fact]
    public async Task A_photo_that_is_none_is_refused_and_not_kept()
    {
        var scene = await BadInputScene.MakeAsync(platform, "Sqlite");
        var (address, visit) = await VisitAsync(scene);
        var browser = scene.People["technician"];
        var before = await Tables.CountAsync(scene.Site);
        foreach (var (name, type, content) in new (string, string, byte[])[]
        {
            ("page.jpg", "image/jpeg", Script),
            ("drawing.svg", "image/svg+xml", Script),
            ("page.html", "text/html", Script),
            ("short.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
            ("mixed.png", "image/png", [0x89, 0x50, .. Script]),
            ("gif.jpg", "image/jpeg", [.. "GIF89a"u8, .. Script]),
            ("empty.jpg", "image/jpeg", []),
            ("program.jpg", "image/jpeg", [0x4D, 0x5A, .. new byte[2000]]),
            ("archive.jpg", "image/jpeg", [.. "PK\u0003\u0004"u8, .. new byte[2000]]),
            ("../../../etc/passwd", "image/jpeg", Script),
        })
        {
            var answer = await SendAsync(browser, address + "/photos", "Photo", name, type, content, ("Id", visit.ToString()));

            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("data-errors", customMessage: name);
        }

        Tables.Difference(before, await Tables.CountAsync(scene.Site)).ShouldBe("");
    }

    [Fact]
    public async Task What_hides_in_a_photo_stays_inert()
    {
        var scene = await BadInputScene.MakeAsync(platform, "Sqlite");
        var (address, visit) = await VisitAsync(scene);
        var browser = scene.People["technician"];
        byte[] photo = [.. WorkOrders.OrderScene.Photo(9).ToArray(), .. Script];

        await SendAsync(browser, address + "/photos", "Photo", "<script>.html.jpg", "text/html", photo, ("Id", visit.ToString()));

        foreach (var id in await scene.Site.ReadAsync(db => db.Set<FileRow>().Select(row => row.Id).ToListAsync(Stop)))
        {
            var answer = await browser.GetAsync($"files/{id}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
            answer.Content.Headers.ContentDisposition!.ToString().ShouldNotContain("<");
        }
    }

    [Fact]
    public async Task A_table_that_is_none_is_refused_with_words()
    {
        var scene = await BadInputScene.MakeAsync(platform, "Sqlite");
        var browser = scene.People["admin"];
        var answers = new Answers(platform.Faults);
        foreach (var (name, content) in new (string, byte[])[]
        {
            ("empty.csv", []),
            ("nul.csv", new byte[5000]),
            ("book.xlsx", [.. "PK\u0003\u0004"u8, .. new byte[5000]]),
            ("packed.csv", [0x1F, 0x8B, 8, .. new byte[5000]]),
            ("quotes.csv", Encoding.UTF8.GetBytes("姓名,电话\n" + new string('"', 2_000_001))),
            ("wide.csv", Encoding.UTF8.GetBytes(new string(',', 500_000))),
            ("long.csv", Encoding.UTF8.GetBytes("姓名,电话\n" + new string('\n', 1_000_000))),
            ("cells.csv", Encoding.UTF8.GetBytes("姓名,电话\n" + new string('x', 1_000_000) + ",1")),
            ("utf16.csv", Encoding.Unicode.GetBytes("\ufeff姓名,电话\n张丽,13800001234")),
            ("bytes.csv", Enumerable.Range(0, 4000).Select(number => (byte)(number * 7)).ToArray()),
            ("formula.csv", Encoding.UTF8.GetBytes("=cmd|' /C calc'!A0,@x,+1,-1\n=1,@2,+3,-4")),
            ("\u202egpj.csv", Script),
        })
        {
            var answer = await SendAsync(browser, "app/imports/new", "File", name, "text/csv", content, ("PrincipalId", scene.Work.Aqua.ToString()));
            var text = await answers.LookAsync(answer, "import of " + name, "admin");
            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                var page = await browser.GetAsync(answer.Headers.Location!.ToString());
                await answers.LookAsync(page, "page of " + name, "admin");
                await answers.LookAsync(await browser.GetAsync(answer.Headers.Location!.ToString() + "/problems"), "problems of " + name, "admin");
            }
            else
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, name + text);
            }
        }

        answers.ShouldBeRight();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static Task<(string Address, Guid Visit)> VisitAsync(BadInputScene scene) => scene.Site.ReadAsync(async db =>
    {
        var visit = await db.Set<Visit>().SingleAsync(Stop);
        return ($"app/visits/{visit.Number}", visit.Id);
    });

    internal static async Task<HttpResponseMessage> SendAsync(Browser browser, string address, string field, string fileName, string type, byte[] content, (string Name, string Value) also)
    {
        var token = (await browser.PageAsync("")).QuerySelector("meta[name=sp-token]")!.GetAttribute("content")!;
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent { { new StringContent(also.Value), also.Name }, { file, field, fileName } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("RequestVerificationToken", token);
        return await browser.Client.SendAsync(request, Stop);
    }
}
