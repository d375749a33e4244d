using ServicePlatform.Commands;

namespace ServicePlatform.Kernel.Localization;

internal sealed class FailureText(ModuleTexts texts) : IFailureText
{
    public string Describe(Failure failure) =>
        texts.Find("Failure." + failure.Code, [.. failure.Arguments]) ?? texts.Find("Failure.kernel.unknown", failure.Code) ?? failure.Code;

    public string Describe(FieldFailure failure) =>
        failure.Message ?? texts.Find("Failure." + failure.Code, [.. failure.Arguments]) ?? texts.Find("Failure.kernel.unknown", failure.Code) ?? failure.Code;
}
