namespace ServicePlatform.Accounts;

/// <summary>Marks Resources/Texts.</summary>
public sealed class Texts;
