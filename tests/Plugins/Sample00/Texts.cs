namespace Sample00;

/// <summary>Marks Resources/Texts.</summary>
public sealed class Texts;
