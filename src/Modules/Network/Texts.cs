namespace ServicePlatform.Network;

/// <summary>Marks Resources/Texts: the module's words.</summary>
internal sealed class Texts;
