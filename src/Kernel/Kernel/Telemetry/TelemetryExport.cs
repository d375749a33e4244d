using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ServicePlatform.Kernel.Telemetry;

/// <summary>Sends spans and metrics to a collector for as long as the host runs, where the settings name one.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private const int MostMilliseconds = 3000;

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (settings.IsOn)
        {
            _traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureResource(resource => Describe(resource, settings))
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.Sampling)))
                .AddSource(PlatformTelemetry.Name, "Microsoft.AspNetCore", "System.Net.Http", "Npgsql")
                .AddOtlpExporter(exporter => Set(exporter, settings, "v1/traces"))
                .Build();
            _metrics = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(resource => Describe(resource, settings))
                .AddMeter(
                    PlatformTelemetry.Name,
                    "Microsoft.AspNetCore.Hosting",
                    "Microsoft.AspNetCore.Server.Kestrel",
                    "Microsoft.AspNetCore.RateLimiting",
                    "Microsoft.AspNetCore.Diagnostics",
                    "System.Net.Http",
                    "System.Runtime",
                    "Npgsql")
                .AddOtlpExporter((exporter, reader) =>
                {
                    Set(exporter, settings, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Interval.TotalMilliseconds;
                })
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A collector that is gone must not keep the host from stopping.
        _traces?.Shutdown(MostMilliseconds);
        _metrics?.Shutdown(MostMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static void Describe(ResourceBuilder resource, TelemetryOptions settings) =>
        resource.AddService(settings.ServiceName, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3), serviceInstanceId: Tasks.LongTaskRun.Node);

    private static void Set(OtlpExporterOptions exporter, TelemetryOptions settings, string signal)
    {
        var isGrpc = settings.Protocol == "Grpc";
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = isGrpc ? new Uri(settings.Endpoint) : new Uri(settings.Endpoint.TrimEnd('/') + "/" + signal);
        exporter.Headers = settings.Headers;
    }
}
