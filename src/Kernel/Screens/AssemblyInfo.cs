using Microsoft.Extensions.Localization;

// Texts are embedded under Resources, not beside the type.
[assembly: ResourceLocation("Resources")]
