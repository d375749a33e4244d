using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Kernel.Web;

namespace ServicePlatform.IntegrationTests.Kernel.Seeing;

/// <summary>A host whose settings name a collector, and one that is that collector.</summary>
public sealed class ExportTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("service-platform-export-").FullName;
    private readonly ConcurrentDictionary<string, string> _received = new(StringComparer.Ordinal);

    [Fact]
    public async Task Spans_and_metrics_reach_the_collector_of_the_settings()
    {
        await using var collector = await CollectAsync();
        await using (var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Testing")
            .UseSetting("Platform:DataFolder", _folder)
            .UseSetting("Telemetry:Endpoint", collector.Urls.First())
            .UseSetting("Telemetry:Protocol", "HttpProtobuf")
            .UseSetting("Telemetry:ServiceName", "after-sales-test")
            .ConfigureLogging(logging => logging.ClearProviders())))
        {
            using var client = factory.CreateClient();
            await factory.Services.GetRequiredService<PlatformState>().WhenReady;
            (await client.GetAsync("/nowhere", TestContext.Current.CancellationToken)).Headers.Contains("X-Request-Number").ShouldBeTrue();
        }

        _received["/v1/traces"].ShouldContain("after-sales-test");
        _received["/v1/traces"].ShouldContain("request.number");
        _received["/v1/metrics"].ShouldContain("serviceplatform.sites.active");
        _received["/v1/metrics"].ShouldContain("http.server.request.duration");
    }

    public async ValueTask DisposeAsync()
    {
        await Task.CompletedTask;
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<WebApplication> CollectAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var text = Encoding.UTF8.GetString(body.ToArray());
            _received.AddOrUpdate(context.Request.Path.Value!, text, (_, before) => before + text);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
