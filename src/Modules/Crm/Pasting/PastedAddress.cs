using System.Text.RegularExpressions;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Crm.Pasting;

/// <summary>A whole address taken apart.</summary>
/// <param name="DivisionCode">Null where the beginning names no division.</param>
internal sealed record PastedAddress(string? DivisionCode, string Street, string? Compound, string? Detail);

/// <summary>Takes addresses apart as people write them: division, street and number, compound, building and room.</summary>
internal static partial class AddressReading
{
    /// <param name="match">The division at the beginning of the text, or null.</param>
    /// <param name="compounds">Names of compounds that are known in its county; they are found whatever they end with.</param>
    public static PastedAddress Read(string text, DivisionMatch? match, IReadOnlyCollection<string> compounds)
    {
        var rest = match?.Rest ?? Blanks().Replace(text, "");
        if (compounds.Where(name => rest.Contains(name, StringComparison.Ordinal)).MaxBy(name => name.Length) is { } known)
        {
            var at = rest.IndexOf(known, StringComparison.Ordinal);
            var behind = rest[(at + known.Length)..];
            return new PastedAddress(match?.Division.Code, at == 0 ? known : rest[..at], known, behind.Length == 0 ? null : behind);
        }

        var (place, detail) = CutDetail(rest);
        var (street, compound) = CutCompound(place);
        return new PastedAddress(match?.Division.Code, street, compound, detail);
    }

    /// <summary>Building, unit and room begin at the first number that is followed by one of their words.</summary>
    private static (string Place, string? Detail) CutDetail(string text)
    {
        var match = DetailStart().Match(text);
        return match.Success && match.Index > 0 ? (text[..match.Index], text[match.Index..]) : (text, null);
    }

    /// <summary>What stands behind the street's number and ends like a compound's name is one.</summary>
    private static (string Street, string? Compound) CutCompound(string place)
    {
        var behind = BehindNumber().Match(place);
        if (behind.Success && behind.Groups["compound"].Value is { Length: > 1 } compound)
        {
            return (place[..behind.Groups["compound"].Index], compound);
        }

        var named = BehindStreet().Match(place);
        return named.Success && named.Groups["compound"].Value.Length > 2
            ? (named.Groups["street"].Value, named.Groups["compound"].Value)
            : CompoundName().IsMatch(place) ? (place, place) : (place, null);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 2000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[0-9A-Za-z一二三四五六七八九十甲乙丙丁]+(号楼|栋|幢|座|单元|[层楼](?!道|梓)|室)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex DetailStart();

    [GeneratedRegex(@"[0-9]+(号院|号|弄)(?<compound>\p{IsCJKUnifiedIdeographs}{2,20}[一二三四五六七八九十0-9]{0,2}[期区]?)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex BehindNumber();

    [GeneratedRegex(@"^(?<street>.*(路|街|大道|胡同|巷|大街))(?<compound>\p{IsCJKUnifiedIdeographs}{2,14}(小区|家园|花园|嘉园|嘉苑|新村|公寓|苑|园|城|府|庭|里|庄|湾|院)(([东西南北中一二三四五六七八九十0-9]{1,2})[期区])?)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex BehindStreet();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{2,14}(小区|家园|花园|嘉园|嘉苑|新村|公寓|苑|园|城|府|庭|里|庄|湾|院)(([东西南北中一二三四五六七八九十0-9]{1,2})[期区])?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex CompoundName();
}
