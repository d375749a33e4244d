using Microsoft.Extensions.Options;

namespace ServicePlatform.Kernel.Telemetry;

/// <summary>Where spans and metrics are sent, section <c>Telemetry</c>. Nothing is sent while <see cref="Endpoint"/> is empty.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Address of a collector that speaks OTLP: <c>http://localhost:4317</c>.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary><c>Grpc</c> (port 4317 as a rule) or <c>HttpProtobuf</c> (4318).</summary>
    public string Protocol { get; set; } = "Grpc";

    /// <summary>Headers of each export, as <c>name=value,name=value</c>; a collector's key goes here, by the environment.</summary>
    public string Headers { get; set; } = "";

    public string ServiceName { get; set; } = "ServicePlatform";

    /// <summary>Share of the requests whose spans are sent, 0 to 1. Whoever calls with a trace of his own decides himself.</summary>
    public double Sampling { get; set; } = 1;

    /// <summary>How often metrics are sent.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    internal bool IsOn => Endpoint.Length > 0;
}

/// <summary>Wrong settings keep the host from starting, with the remedy.</summary>
internal sealed class TelemetryChecks : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        !options.IsOn ? ValidateOptionsResult.Success
        : !Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            ? ValidateOptionsResult.Fail("Telemetry:Endpoint is no address. Write it as http://localhost:4317, or leave it empty to send nothing.")
        : options.Protocol is not ("Grpc" or "HttpProtobuf") ? ValidateOptionsResult.Fail("Telemetry:Protocol must be Grpc or HttpProtobuf.")
        : options.Sampling is not (>= 0 and <= 1) ? ValidateOptionsResult.Fail("Telemetry:Sampling must be between 0 and 1.")
        : options.Interval < TimeSpan.FromSeconds(1) ? ValidateOptionsResult.Fail("Telemetry:Interval must be a second at least.")
        : ValidateOptionsResult.Success;
}
