using FluentValidation;
using Microsoft.Extensions.Localization;

namespace ServicePlatform.WorkOrders;

/// <summary>Validation rules that several use cases share.</summary>
internal static class Rules
{
    /// <summary>The value is one of the codes.</summary>
    public static IRuleBuilderOptions<T, string> OneOf<T>(this IRuleBuilder<T, string> rule, IReadOnlyList<string> codes, IStringLocalizer<Texts> texts) =>
        rule.Must(codes.Contains).WithMessage(_ => texts["Validation.Choice"]);
}
