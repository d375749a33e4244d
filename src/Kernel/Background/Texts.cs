namespace ServicePlatform.Background;

/// <summary>Marks Resources/Texts.</summary>
public sealed class Texts;
