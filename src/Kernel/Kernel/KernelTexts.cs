namespace ServicePlatform.Kernel;

/// <summary>Marks Resources/KernelTexts: failures and plain pages of the kernel.</summary>
public sealed class KernelTexts;
