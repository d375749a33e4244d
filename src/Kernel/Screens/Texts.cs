namespace ServicePlatform.Screens;

/// <summary>Marks Resources/Texts: the examples of the style page.</summary>
public sealed class Texts;
