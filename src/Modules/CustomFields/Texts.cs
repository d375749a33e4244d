namespace ServicePlatform.CustomFields;

/// <summary>Marks Resources/Texts.</summary>
internal sealed class Texts;
