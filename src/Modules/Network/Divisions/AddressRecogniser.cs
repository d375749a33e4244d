using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network.Divisions;

/// <summary>Finds the divisions that a written Chinese address begins with.</summary>
internal sealed class AddressRecogniser(DivisionTable table)
{
    private static readonly string[] Fillers = ["中华人民共和国", "中国", "市辖区", "省直辖县级行政区划"];
    private static readonly string[] Suffixes = ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"];

    public DivisionMatch? Recognise(string address)
    {
        var text = Trim(new string(address.Where(character => !char.IsWhiteSpace(character)).ToArray()));
        return Walk(null, text);
    }

    private DivisionMatch? Walk(Division? from, string text)
    {
        text = Trim(text);
        var children = table.Children(from?.Code);
        foreach (var child in children.Where(child => text.StartsWith(child.Name, StringComparison.Ordinal)).OrderByDescending(child => child.Name.Length))
        {
            var rest = Trim(text[child.Name.Length..]);

            // Shops write 北京市北京市朝阳区, because their forms ask for province and city.
            rest = rest.StartsWith(child.Name, StringComparison.Ordinal) ? Trim(rest[child.Name.Length..]) : rest;
            return Walk(child, rest) ?? new DivisionMatch(child, rest);
        }

        return WithoutSuffix(children, text)
            ?? (from is null ? WithoutSuffix(children.SelectMany(province => table.Children(province.Code)), text) : null)
            ?? WithoutLevel(from, text);
    }

    /// <summary>北京朝阳区: a short name counts only if a division follows, since 北京路 is a street of many cities.</summary>
    private DivisionMatch? WithoutSuffix(IEnumerable<Division> children, string text) =>
        children
            .Where(child => child.Code.EndsWith("00", StringComparison.Ordinal) && child.Code.Length == 6)
            .Select(child => (child, Name: Short(child.Name)))
            .Where(pair => pair.Name.Length > 1 && text.StartsWith(pair.Name, StringComparison.Ordinal))
            .Select(pair => Walk(pair.child, text[pair.Name.Length..]))
            .FirstOrDefault(match => match is not null);

    /// <summary>三河市燕郊镇 or 河北省三河市: levels above are missing; only a name borne once counts.</summary>
    private DivisionMatch? WithoutLevel(Division? from, string text)
    {
        if (from is not null && !from.Code.EndsWith("0000", StringComparison.Ordinal))
        {
            return null;
        }

        for (var length = Math.Min(text.Length, 12); length > 1; length--)
        {
            var named = table.Named(text[..length]).Where(division => from is null || division.Code.StartsWith(from.Code[..2], StringComparison.Ordinal)).ToList();
            if (named.Count > 0)
            {
                return named.Count > 1 ? null : Walk(named[0], text[length..]) ?? new DivisionMatch(named[0], Trim(text[length..]));
            }
        }

        return null;
    }

    private static string Short(string name) =>
        Suffixes.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix ? name[..^suffix.Length] : "";

    private static string Trim(string text)
    {
        text = text.TrimStart(',', '，', '.', '。', ':', '：', '-', '/', '、');
        var filler = Fillers.FirstOrDefault(word => text.StartsWith(word, StringComparison.Ordinal));
        return filler is null ? text : Trim(text[filler.Length..]);
    }
}
