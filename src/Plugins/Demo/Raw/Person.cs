using System.Globalization;
using ServicePlatform.Crm.Contracts;

namespace ServicePlatform.Demo.Raw;

internal sealed record Person(string Surname, string Given, Gender Gender, string English, string Phone, bool Elderly = false)
{
    public string Name(CultureInfo culture) => new LocalText(Surname + Given, English).In(culture);
}

internal sealed record People(IReadOnlyList<Person> Customers);
