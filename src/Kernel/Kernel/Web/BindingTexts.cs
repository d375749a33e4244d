using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.Kernel.Web;

/// <summary>What model binding says of values that it cannot read, in the reader's language.</summary>
internal static class BindingTexts
{
    public static void Apply(MvcOptions options, IStringLocalizer<KernelTexts> texts)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts["Binding.Invalid", Shorten(value)]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["Binding.Invalid", Shorten(value)]);
        messages.SetValueIsInvalidAccessor(value => texts["Binding.Invalid", Shorten(value)]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Binding.Number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Binding.Number"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["Binding.Unknown"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Binding.Unknown"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Binding.Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Binding.Missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Binding.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Binding.Missing"]);
    }

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
