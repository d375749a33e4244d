using Microsoft.Extensions.Localization;

// The texts of this assembly are embedded under the root namespace, not under the assembly's name.
[assembly: RootNamespace("ServicePlatform")]
[assembly: ResourceLocation("Resources")]
