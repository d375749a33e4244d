using System.Collections.Frozen;
using System.Text.Json;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network.Divisions;

/// <summary>The administrative divisions that ship with the product, read once and never changed.</summary>
internal sealed class DivisionTable
{
    private const string Top = "";

    private readonly FrozenDictionary<string, Division> _byCode;
    private readonly FrozenDictionary<string, IReadOnlyList<Division>> _children;
    private readonly FrozenDictionary<string, IReadOnlyList<Division>> _byName;

    private DivisionTable(IReadOnlyList<Division> divisions)
    {
        _byCode = divisions.ToFrozenDictionary(division => division.Code, StringComparer.Ordinal);
        _children = Group(divisions, division => division.ParentCode ?? Top);
        _byName = Group(divisions.Where(division => division.Code.Length == 6), division => division.Name);
    }

    public static DivisionTable Load()
    {
        using var stream = typeof(DivisionTable).Assembly.GetManifestResourceStream("divisions.json")
            ?? throw new InvalidOperationException("The reference data divisions.json is missing from the assembly.");
        using var document = JsonDocument.Parse(stream);
        var rows = document.RootElement.GetProperty("rows").EnumerateArray().ToList();
        var codes = rows.Select(row => row[0].GetString()!).ToHashSet(StringComparer.Ordinal);
        return new DivisionTable(rows.Select(row => Read(row, codes)).ToList());
    }

    public Division? Find(string code) => _byCode.GetValueOrDefault(code);

    public IReadOnlyList<Division> Children(string? code) => _children.GetValueOrDefault(code ?? Top) ?? [];

    /// <summary>Six-digit divisions of that Chinese name; 朝阳区 exists twice.</summary>
    public IReadOnlyList<Division> Named(string name) => _byName.GetValueOrDefault(name) ?? [];

    /// <summary>The longest shorter code that exists; municipalities have no prefecture.</summary>
    internal static string? ParentOf(string code, IReadOnlySet<string> codes)
    {
        string[] above = code.Length == 9 ? [code[..6], code[..4] + "00", code[..2] + "0000"] : [code[..4] + "00", code[..2] + "0000"];
        return above.FirstOrDefault(candidate => candidate != code && codes.Contains(candidate));
    }

    private static Division Read(JsonElement row, IReadOnlySet<string> codes)
    {
        var code = row[0].GetString()!;
        var hasCentre = row.GetArrayLength() > 4;
        return new Division(
            code,
            row[1].GetString()!,
            row[2].GetString()!,
            ParentOf(code, codes),
            hasCentre ? row[3].GetDouble() : null,
            hasCentre ? row[4].GetDouble() : null);
    }

    private static FrozenDictionary<string, IReadOnlyList<Division>> Group(IEnumerable<Division> divisions, Func<Division, string> key) =>
        divisions.GroupBy(key, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, IReadOnlyList<Division> (group) => group.ToList(), StringComparer.Ordinal);
}
