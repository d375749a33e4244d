using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePlatform.Demo.Raw;

/// <summary>The demo's raw material, from the files that are embedded beside the recipes.</summary>
internal sealed class Material(string site)
{
    private const string Folder = "Material/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public People People { get; } = Read<People>("people.json");

    public Places Places { get; } = Read<Places>("places.json");

    public IReadOnlyList<Fault> Faults { get; } = Read<IReadOnlyList<Fault>>("faults.json");

    public Catalogue Catalogue { get; } = Read<IReadOnlyDictionary<string, Catalogue>>("catalogue.json")[site];

    public SiteAccounts Accounts { get; } = Read<Accounts>("accounts.json").Sites[site];

    public IReadOnlyList<Photo> Photos { get; } = Read<IReadOnlyList<Photo>>("photos.json");

    public ProcedurePhotos StepPhotos { get; } = Read<ProcedurePhotos>("procedures.json");

    public IReadOnlyList<OwnField> Fields { get; } = Read<IReadOnlyDictionary<string, IReadOnlyList<OwnField>>>("fields.json")[site];

    public Phrases Phrases { get; } = Read<Phrases>("phrases.json");

    public Fault Fault(string code) => Faults.First(fault => fault.Code == code);

    /// <summary>The bytes of a file of the material: <c>photos/faucet.jpg</c>.</summary>
    public static byte[] Bytes(string file)
    {
        using var source = Open(file);
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }

    private static T Read<T>(string file)
    {
        using var source = Open(file);
        return JsonSerializer.Deserialize<T>(source, Json) ?? throw new InvalidOperationException($"The file '{file}' is empty.");
    }

    private static Stream Open(string file) =>
        typeof(Material).Assembly.GetManifestResourceStream(Folder + file) ?? throw new InvalidOperationException($"The material has no file '{file}'.");
}
