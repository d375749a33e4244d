using System.Buffers.Binary;
using ServicePlatform.Demo.Planning;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Demo.Acting;

/// <summary>Photos and signatures of visits. No two uploads are the same file, as no two real photos are.</summary>
internal sealed class Gallery(Scene scene)
{
    private const string Fallback = "nameplate.jpg";
    private const int Signatures = 6;

    /// <summary>Place of unit and density in the JFIF header; other densities look the same on a screen.</summary>
    private const int DensityAt = 13;

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private int _taken;

    /// <summary>The photos that fit a photo step.</summary>
    public IReadOnlyList<string> OfStep(string stepCode, JobPlan job)
    {
        var type = job.Machine?.Model?.Type;
        if (stepCode is "fault-photo" or "parts-photo" && OfFault(stepCode, job.Fault) is { } shown)
        {
            return shown.Count > 0 ? shown : [scene.Material.Photos.FirstOrDefault(photo => photo.MachineTypes is not null && photo.Fits(type))?.File ?? Fallback];
        }

        var named = scene.Material.StepPhotos.Of(stepCode);
        var fitting = scene.Material.Photos.Where(photo => named.Contains(photo.File, StringComparer.Ordinal) && photo.Fits(type)).Select(photo => photo.File).ToList();
        return fitting.Count switch
        {
            0 => [Fallback],
            2 when fitting.TrueForAll(file => file.StartsWith("filter-", StringComparison.Ordinal)) => fitting,
            _ => [scene.Dice.Pick(fitting)],
        };
    }

    /// <summary>What the fault or its part looks like; none where the machine itself is shown, null where the step's own photos fit.</summary>
    private IReadOnlyList<string>? OfFault(string stepCode, Fault fault)
    {
        if (stepCode == "parts-photo" && fault.FilterKinds.Count > 0)
        {
            return null;
        }

        var fitting = scene.Material.Photos.Where(photo => fault.Part is not null && photo.Parts?.Contains(fault.Part, StringComparer.Ordinal) == true).ToList();
        return stepCode == "parts-photo" ? [.. fitting.OrderBy(photo => photo.ShowsFault).Take(1).Select(photo => photo.File)]
            : fault.Category != "leak" ? []
            : fitting.Find(photo => photo.ShowsFault) is { } faulty ? [faulty.File] : null;
    }

    /// <summary>The photo of a gauge or pen that shows exactly this reading, or null.</summary>
    public Photo? Showing(ReadingKind kind, double value) =>
        scene.Material.Photos.FirstOrDefault(photo => photo.Reading is { } reading && reading.Kind == kind && Math.Abs(reading.Value - value) < 0.001);

    public Photo Named(string file) => scene.Material.Photos.First(photo => photo.File == file);

    /// <summary>A fresh upload of the photo.</summary>
    public Stream Take(string file)
    {
        var bytes = (byte[])Load("photos/" + file).Clone();
        bytes[DensityAt] = 1;
        var density = (ushort)(96 + _taken++);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(DensityAt + 1), density);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(DensityAt + 3), density);
        return new MemoryStream(bytes, writable: false);
    }

    /// <summary>A drawn signature.</summary>
    public Stream Sign(int number) => new MemoryStream(Load($"signatures/{1 + (number % Signatures)}.png"), writable: false);

    private byte[] Load(string file) => _files.TryGetValue(file, out var known) ? known : _files[file] = Material.Bytes(file);
}
