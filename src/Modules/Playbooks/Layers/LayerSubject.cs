using ServicePlatform.Data;

namespace ServicePlatform.Playbooks.Layers;

/// <summary>Layers in timelines.</summary>
internal static class LayerSubject
{
    public const string Kind = "procedure-layer";

    public static Subject Of(Guid layerId) => new(Kind, layerId);
}
