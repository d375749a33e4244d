namespace ServicePlatform.SampleModule;

internal sealed class Texts;
