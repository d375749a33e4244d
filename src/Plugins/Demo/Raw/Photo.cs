using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Demo.Raw;

/// <summary>A drawn photo.</summary>
/// <param name="Reading">The reading that a gauge or pen in it shows; null where it shows none.</param>
/// <param name="Parts">Codes of the spare parts that it shows; null where it shows none.</param>
/// <param name="ShowsFault">True where it shows the part in use, as it is found.</param>
internal sealed record Photo(
    string File,
    LocalText Angle,
    IReadOnlyList<string>? MachineTypes = null,
    ReadingInput? Reading = null,
    IReadOnlyList<string>? Parts = null,
    bool ShowsFault = false)
{
    public bool Fits(string? machineType) => MachineTypes is null || (machineType is not null && MachineTypes.Contains(machineType, StringComparer.Ordinal));
}

/// <summary>Of the procedures only which photos fit which step.</summary>
internal sealed record ProcedurePhotos(IReadOnlyList<PhotoSteps> Procedures, IReadOnlyList<PhotoSteps> DealerLayers)
{
    public IReadOnlyList<string> Of(string stepCode) =>
        Procedures.Concat(DealerLayers).SelectMany(procedure => procedure.Steps).FirstOrDefault(step => step.Code == stepCode && step.DemoPhotos is not null)?.DemoPhotos ?? [];
}

internal sealed record PhotoSteps(IReadOnlyList<PhotoStep> Steps);

internal sealed record PhotoStep(string Code, IReadOnlyList<string>? DemoPhotos = null);
