using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Data;
using ServicePlatform.Data.Files;
using ServicePlatform.Data.Sites;
using ServicePlatform.Files;
using ServicePlatform.Security;
using ServicePlatform.UnitTests.Kernel.Support;

namespace ServicePlatform.UnitTests.Kernel.Files;

public sealed class FileEndpointsTests : IAsyncLifetime
{
    private readonly TestSite _site = new();
    private readonly VisitFiles _visits = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IFileAccess>(_visits);
        builder.Services.AddScoped<SiteDbContext>(_ => _site.Create());
        builder.Services.AddSingleton(new FileRoot(Path.Combine(_site.Folder, "files")));
        builder.Services.AddScoped<ContentFolder>();
        builder.Services.AddScoped<IFileReader, FileReader>();
        _app = builder.Build();
        _app.MapFiles();
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _site.Dispose();
    }

    [Fact]
    public async Task Shows_a_picture_so_that_nothing_in_it_can_run()
    {
        var file = await StoreAsync(Pictures.Png(), "照片.png", _visits.Readable);
        using var answer = await _client.GetAsync($"/files/{file.Id}", Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(Pictures.Png());
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("照片.png");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        answer.Headers.ETag!.Tag.ShouldBe($"\"{file.Sha256}\"");
    }

    [Fact]
    public async Task Offers_other_files_as_downloads()
    {
        var file = await StoreAsync("a,b"u8.ToArray(), "客户.csv", _visits.Readable);
        using var answer = await _client.GetAsync($"/files/{file.Id}", Cancellation);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
    }

    [Fact]
    public async Task Answers_ranges_and_what_is_known_already()
    {
        var file = await StoreAsync(Pictures.Png(), "a.png", _visits.Readable);
        using var part = new HttpRequestMessage(HttpMethod.Get, $"/files/{file.Id}") { Headers = { Range = new RangeHeaderValue(1, 3) } };
        using var known = new HttpRequestMessage(HttpMethod.Get, $"/files/{file.Id}") { Headers = { IfNoneMatch = { new EntityTagHeaderValue($"\"{file.Sha256}\"") } } };
        using var partial = await _client.SendAsync(part, Cancellation);
        using var unchanged = await _client.SendAsync(known, Cancellation);
        partial.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await partial.Content.ReadAsStringAsync(Cancellation)).ShouldBe("PNG");
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Answers_alike_for_unknown_and_for_forbidden_files()
    {
        var foreign = await StoreAsync(Pictures.Png(), "a.png", Guid.CreateVersion7());
        var ownerless = await StoreAsync(Pictures.Png(), "a.png", _visits.Readable, kind: "claim");
        foreach (var id in new[] { foreign.Id, ownerless.Id, Guid.CreateVersion7() })
        {
            using var answer = await _client.GetAsync($"/files/{id}", Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            answer.Content.Headers.ContentLength.ShouldBe(0);
        }
    }

    [Fact]
    public void Is_for_those_who_are_signed_in() =>
        _app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Single().Metadata.GetMetadata<AccessRuleAttribute>().ShouldBeOfType<SignedInAttribute>();

    private async Task<StoredFile> StoreAsync(byte[] content, string name, Guid owner, string kind = "visit")
    {
        await using var db = _site.Create();
        var folder = new ContentFolder(new FileRoot(Path.Combine(_site.Folder, "files")));
        using var upload = new MemoryStream(content);
        var rules = new FileRules(["image/png", "text/csv"], 1000);
        var stored = await new FileStore(db, folder, new ContentUse(), TestActor.System, _site.Clock, new DefaultSettings()).SaveAsync(upload, name, new Subject(kind, owner), rules, "File", Cancellation);
        await db.SaveChangesAsync(Cancellation);
        return stored.Value;
    }

    private sealed class VisitFiles : IFileAccess
    {
        public Guid Readable { get; } = Guid.CreateVersion7();

        public string SubjectKind => "visit";

        public Task<bool> MayReadAsync(Guid subjectId, CancellationToken cancellationToken) => Task.FromResult(subjectId == Readable);
    }
}
