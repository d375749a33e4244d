namespace ServicePlatform;

/// <summary>Marks Resources/UiTexts: the words of the design system and of the kernel's own pages.</summary>
public sealed class UiTexts;
