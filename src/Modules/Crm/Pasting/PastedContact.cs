using System.Text.RegularExpressions;
using ServicePlatform.Phones;

namespace ServicePlatform.Crm.Pasting;

/// <summary>Name, phones and address found in a pasted text.</summary>
/// <param name="Phones">As numbers that can be called.</param>
/// <param name="Address">What is left, as one text; null where that is too short to be an address.</param>
internal sealed record PastedContact(string? Name, IReadOnlyList<PhoneNumber> Phones, string? Address);

/// <summary>Reads what is copied from a chat, an order or a shop's form: in any order, with or without labels.</summary>
internal static partial class ContactReading
{
    public static PastedContact Read(string text)
    {
        var phones = new List<PhoneNumber>();
        var rest = Labels().Replace(text, " ");
        rest = Numbers().Replace(rest, match =>
        {
            if (PhoneNumber.Parse(match.Value) is not { } phone)
            {
                return match.Value;
            }

            phones.Add(phone);
            return " ";
        });
        var words = rest.Split([' ', '\t', '\r', '\n', ',', '，', ';', '；', '、', '|'], StringSplitOptions.RemoveEmptyEntries).ToList();

        // A greeting looks like a name; without a number beside it nothing does.
        var name = phones.Count == 0 ? null : words.Find(IsName);
        if (name is not null)
        {
            words.Remove(name);
        }

        var address = string.Concat(words);
        return new PastedContact(name, phones.DistinctBy(phone => phone.E164, StringComparer.Ordinal).ToList(), address.Length < 4 ? null : address);
    }

    /// <summary>Two to four characters, or an organisation by its last word; never a place.</summary>
    private static bool IsName(string word) =>
        (PersonName().IsMatch(word) && !PlaceEnd().IsMatch(word) && !word.EndsWith('好')) || OrganisationName().IsMatch(word);

    [GeneratedRegex(@"(收货人|收件人|联系人|客户姓名|姓名|手机号码|手机号|手机|联系电话|电话|所在地区|地区|详细地址|收货地址|地址)\s*[:：]", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(\+?86[\s-]?)?(1[3-9][0-9][\s-]?[0-9]{4}[\s-]?[0-9]{4}|0[0-9]{2,3}[\s-]?[0-9]{4}[\s-]?[0-9]{3,4}|400[\s-]?[0-9]{3}[\s-]?[0-9]{4})(?![0-9])", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{2,4}(先生|女士|小姐)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PersonName();

    [GeneratedRegex(@"(省|市|区|县|镇|乡|街道|路|街|道|村|号|栋|楼|单元|室|小区|家园|花园|苑|园)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PlaceEnd();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{3,30}(公司|集团|医院|学校|幼儿园|酒店|银行|事务所|工作室)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OrganisationName();
}
