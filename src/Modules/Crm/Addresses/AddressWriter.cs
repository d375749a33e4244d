using System.Globalization;
using Microsoft.Extensions.Localization;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Crm.Addresses;

/// <summary>Writes addresses as people do in the current language.</summary>
internal sealed class AddressWriter(IDivisions divisions, IStringLocalizer<Texts> texts)
{
    public string Whole(CustomerAddress address, string? compound) => Write(address, compound, address.Detail);

    /// <summary>Without building and room.</summary>
    public string Masked(CustomerAddress address, string? compound) =>
        Write(address, compound, address.Detail is null ? null : texts["Address.Hidden"].Value);

    /// <summary>Division and compound, for lists: 朝阳区 望和嘉园.</summary>
    public string Short(CustomerAddress address, string? compound)
    {
        var county = divisions.Find(address.DivisionCode.Length > 6 ? address.DivisionCode[..6] : address.DivisionCode)?.DisplayName ?? "";
        return Join(' ', county, compound ?? "");
    }

    private string Write(CustomerAddress address, string? compound, string? detail)
    {
        var division = divisions.FullName(address.DivisionCode);

        // The street may name the compound already, and a compound's building follows it without a gap.
        var place = compound is null || address.Street.Contains(compound, StringComparison.Ordinal) ? null : compound;
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh"
            ? Join(' ', division.Replace(" ", "", StringComparison.Ordinal) + address.Street, place + detail)
            : string.Join(", ", new[] { detail, place, address.Street, division }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Join(char separator, params string?[] parts) => string.Join(separator, parts.Where(part => !string.IsNullOrEmpty(part)));
}
