namespace ServicePlatform.Operator;

/// <summary>Marks Resources/Texts.</summary>
public sealed class Texts;
