using Microsoft.AspNetCore.Http;
using ServicePlatform.Geography;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>What every act of a technician carries.</summary>
internal class ActInput
{
    /// <summary>The visit.</summary>
    public Guid Id { get; set; }

    /// <summary>Time on the device; empty where the page runs without script.</summary>
    public DateTimeOffset? At { get; set; }
}

internal sealed class ArrivalInput : ActInput
{
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>In metres.</summary>
    public double? Accuracy { get; set; }

    /// <summary>What browsers give is WGS-84.</summary>
    public GeoPoint? Position => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude, Datum.Wgs84) : null;
}

internal sealed class StepInput : ActInput
{
    public string? Step { get; set; }

    public double? Value { get; set; }

    public string? Text { get; set; }

    public int? Minutes { get; set; }
}

internal sealed class PhotoInput : ActInput
{
    /// <summary>Null for a photo that belongs to no step.</summary>
    public string? Step { get; set; }

    public string? Angle { get; set; }

    public IFormFile? Photo { get; set; }
}

internal sealed class FilterInput : ActInput
{
    public Guid? MachineId { get; set; }

    public int Position { get; set; }

    public string? Serial { get; set; }

    /// <summary>The step from which it was recorded, or null.</summary>
    public string? Step { get; set; }
}

internal sealed class SignatureInput : ActInput
{
    public IFormFile? Signature { get; set; }

    public string? SignatureName { get; set; }
}

internal sealed class EndInput : ActInput
{
    public string? Finding { get; set; }

    public string? Conclusion { get; set; }

    public PauseReason? Reason { get; set; }

    public string? Note { get; set; }
}
