using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>Somebody outside the product who answers as the test wants.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication _web;
    private volatile HttpStatusCode _answer;
    private volatile Task _patience = Task.CompletedTask;

    private Gateway(WebApplication web, HttpStatusCode answer) => (_web, _answer) = (web, answer);

    /// <summary>Ids of the messages that it was given, repeats included.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    /// <summary>What the messages said.</summary>
    public ConcurrentQueue<string> Texts { get; } = [];

    public SemaphoreSlim Called { get; } = new(0);

    public string Address => _web.Urls.Single();

    public static async Task<Gateway> StartAsync(HttpStatusCode answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var gateway = new Gateway(web, answer);
        web.MapPost("/", gateway.TakeAsync);
        await web.StartAsync(TestContext.Current.CancellationToken);
        return gateway;
    }

    public void Answer(HttpStatusCode status) => _answer = status;

    /// <summary>Answers nobody before the task has ended.</summary>
    public void WaitFor(Task task) => _patience = task;

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Heard.Enqueue(context.Request.Headers["Idempotency-Key"].ToString());
        using var body = await System.Text.Json.JsonDocument.ParseAsync(context.Request.Body);
        Texts.Enqueue(body.RootElement.GetProperty("text").GetString()!);
        Called.Release();
        await _patience;
        context.Response.StatusCode = (int)_answer;
    }
}
