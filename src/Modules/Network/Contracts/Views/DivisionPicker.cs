using Microsoft.AspNetCore.Mvc;

namespace ServicePlatform.Network.Contracts.Views;

/// <summary>What the picker shows: one select for each level, down to the one below what is chosen.</summary>
/// <param name="Field">Name under which the code is posted.</param>
/// <param name="Code">What is chosen; null for nothing.</param>
public sealed record DivisionPickerModel(string Field, string? Code, IReadOnlyList<DivisionLevel> Levels);

/// <param name="Label">Name of the level.</param>
/// <param name="Chosen">Null where this level is open.</param>
/// <param name="Above">What is posted where this level is left open: the division above.</param>
public sealed record DivisionLevel(string Label, string? Chosen, string? Above, IReadOnlyList<Division> Options);

/// <summary>
/// Chooses an administrative division step by step, in any form: <c>&lt;vc:division-picker field="DivisionCode" code="..." /&gt;</c>.
/// Stands in an element of class <c>field</c> with a label of its own.
/// </summary>
public sealed class DivisionPickerViewComponent(IDivisions divisions) : ViewComponent
{
    /// <param name="field">Name under which the code is posted.</param>
    /// <param name="code">What is chosen now.</param>
    public IViewComponentResult Invoke(string field, string? code) =>
        View("~/Areas/Network/Views/Shared/_DivisionPicker.cshtml", DivisionLevels.Of(divisions, field, code));
}

/// <summary>Builds the levels of a picker.</summary>
public static class DivisionLevels
{
    private static readonly string[] Labels = ["Province", "Prefecture", "County", "Township"];

    public static DivisionPickerModel Of(IDivisions divisions, string field, string? code)
    {
        var chain = new List<Division>();
        for (var division = code is null ? null : divisions.Find(code); division is not null; division = division.ParentCode is { } parent ? divisions.Find(parent) : null)
        {
            chain.Insert(0, division);
        }

        var levels = new List<DivisionLevel>();
        string? above = null;
        foreach (var division in chain)
        {
            levels.Add(new DivisionLevel(Label(division), division.Code, above, divisions.Children(above)));
            above = division.Code;
        }

        var next = divisions.Children(above);
        if (next.Count > 0)
        {
            levels.Add(new DivisionLevel(Label(next[0]), null, above, next));
        }

        return new DivisionPickerModel(field, chain.Count > 0 ? chain[^1].Code : null, levels);
    }

    private static string Label(Division division) => Labels[division.Code switch
    {
        { Length: 9 } => 3,
        _ when division.Code.EndsWith("0000", StringComparison.Ordinal) => 0,
        _ when division.Code.EndsWith("00", StringComparison.Ordinal) => 1,
        _ => 2,
    }];
}
