using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServicePlatform.Data.Audit;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Telemetry;
using ServicePlatform.SampleModule.Notes;

namespace ServicePlatform.IntegrationTests.Kernel.Seeing;

/// <summary>What the product tells of its own work.</summary>
public sealed class TelemetryTests(TestPlatform platform)
{
    [Fact]
    public async Task Commands_queries_and_deliveries_are_measured_by_name_site_and_outcome()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var seen = new ConcurrentBag<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == PlatformTelemetry.Name)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen.Add(instrument.Name + " " + string.Join(' ', tags.ToArray().Select(tag => tag.Value))));
        listener.Start();

        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "seen"));
        (await site.SendAsync(new WriteNote(Guid.Empty, "/hq/", ""))).Succeeded.ShouldBeFalse();
        (await site.AskAsync(new ListNotes())).Succeeded.ShouldBeTrue();
        await site.DeliverAsync();

        seen.ShouldContain($"serviceplatform.work.duration command SampleModule.Notes.WriteNote {site.Id} ok");
        seen.ShouldContain($"serviceplatform.work.duration command SampleModule.Notes.WriteNote {site.Id} invalid");
        seen.ShouldContain($"serviceplatform.work.duration query SampleModule.Notes.ListNotes {site.Id} ok");
        seen.ShouldContain(line => line.StartsWith("serviceplatform.work.duration delivery ", StringComparison.Ordinal) && line.EndsWith($"{site.Id} ok", StringComparison.Ordinal));
        seen.ShouldContain($"serviceplatform.gate.wait {site.Id}");
    }

    [Fact]
    public async Task A_command_outside_a_request_has_a_trace_too()
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "traced"));

        (await site.ReadAsync(db => db.Set<AuditRow>().Where(row => row.Command.EndsWith("WriteNote")).Select(row => row.TraceId).SingleAsync())).Length.ShouldBe(32);
    }

    [Theory, DatabaseData]
    public async Task A_slow_statement_is_logged_with_its_text_use_case_and_trace_and_without_its_values(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var options = platform.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        using var log = platform.Log.Record();
        options.SlowQuery = TimeSpan.FromTicks(1);
        try
        {
            await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "a word of mine"));
        }
        finally
        {
            options.SlowQuery = TimeSpan.FromMilliseconds(500);
        }

        var line = log.Lines.First(line => line.Contains($"in the site {site.Id}, in command SampleModule.Notes.WriteNote", StringComparison.Ordinal) && line.Contains("SampleModule_Notes", StringComparison.Ordinal));
        line.ShouldContain("INSERT INTO");
        line.ShouldNotContain("trace -");
        log.All.ShouldNotContain("a word of mine");
    }

    [Fact]
    public async Task Spans_hold_names_and_no_values()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PlatformTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "a word of mine"));

        var span = spans.Where(span => Equals(span.GetTagItem("site"), site.Id)).ShouldHaveSingleItem();
        span.OperationName.ShouldBe("command SampleModule.Notes.WriteNote");
        span.GetTagItem("outcome").ShouldBe("ok");
        span.TagObjects.ShouldNotContain(tag => Equals(tag.Value, "a word of mine"));
    }
}
