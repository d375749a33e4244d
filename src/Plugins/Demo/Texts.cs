namespace ServicePlatform.Demo;

/// <summary>Marks Resources/Texts: the words of the demo.</summary>
internal sealed class Texts;
