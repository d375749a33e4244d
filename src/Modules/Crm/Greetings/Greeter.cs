using System.Globalization;
using Microsoft.Extensions.Localization;
using ServicePlatform.Crm.Contracts;

namespace ServicePlatform.Crm.Greetings;

/// <summary>How a customer is addressed: 张先生, Mr Zhang; the whole name where the gender is not known.</summary>
internal sealed class Greeter(Surnames surnames, IStringLocalizer<Texts> texts)
{
    public string Greet(CustomerKind kind, string name, Gender gender)
    {
        if (kind == CustomerKind.Organisation || gender == Gender.Unknown)
        {
            return name;
        }

        var isChinese = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
        var surname = isChinese ? surnames.Of(name) : surnames.Romanised(name);
        return texts["Greeting." + gender, surname];
    }
}
