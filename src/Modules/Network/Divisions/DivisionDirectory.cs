using System.Globalization;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network.Divisions;

internal sealed class DivisionDirectory(DivisionTable table) : IDivisions
{
    private readonly AddressRecogniser _recogniser = new(table);

    public Division? Find(string code) => table.Find(code);

    public IReadOnlyList<Division> Children(string? code) => table.Children(code);

    public string FullName(string code)
    {
        var chain = new List<string>();
        for (var division = table.Find(code); division is not null; division = division.ParentCode is { } parent ? table.Find(parent) : null)
        {
            chain.Add(division.DisplayName);
        }

        // Chinese goes from the large to the small, English the other way round.
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "zh")
        {
            return string.Join(", ", chain);
        }

        chain.Reverse();
        return string.Join(' ', chain);
    }

    public DivisionMatch? Recognise(string address) => _recogniser.Recognise(address);
}
