namespace ServicePlatform.Portal;

/// <summary>Marks Resources/Texts: the module's words.</summary>
internal sealed class Texts;
