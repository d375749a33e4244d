using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.Devices.Screens;

internal sealed record ModelListPage(Page<ModelRow> Models, IReadOnlyList<SelectListItem> Categories, IReadOnlyDictionary<Guid, string> Principals, string? Text);

internal sealed record ModelPage(ModelDetail Detail, string Principal);

/// <summary>What is typed to add or edit a model. Rows of filters that are left empty do not count.</summary>
internal sealed class ModelForm
{
    private const int SpareRows = 2;
    private const int MostRows = 20;

    public Guid? PrincipalId { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    public string? CategoryCode { get; set; }

    public double? PressureMinimum { get; set; }

    public double? PressureMaximum { get; set; }

    public double? VoltageMinimum { get; set; }

    public double? VoltageMaximum { get; set; }

    public int? YieldPercent { get; set; } = Model.DefaultYieldPercent;

    public bool IsActive { get; set; } = true;

    public List<FilterRow> Filters { get; set; } = [];

    public int Version { get; set; }

    [BindNever]
    public Guid? Id { get; set; }

    [BindNever]
    public bool IsNew { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Categories { get; set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Principals { get; set; } = [];

    public static ModelForm Of(ModelDetail detail)
    {
        var model = detail.Model;
        return new ModelForm
        {
            Id = model.Id,
            PrincipalId = model.PrincipalId,
            Code = model.Code,
            Name = model.Name,
            EnglishName = model.EnglishName,
            CategoryCode = detail.Category.Code,
            PressureMinimum = model.PressureMinimum,
            PressureMaximum = model.PressureMaximum,
            VoltageMinimum = model.VoltageMinimum,
            VoltageMaximum = model.VoltageMaximum,
            YieldPercent = model.YieldPercent,
            IsActive = model.IsActive,
            Version = model.Version,
            Filters = [.. model.Filters.OrderBy(filter => filter.Position).Select(FilterRow.Of)],
        };
    }

    /// <summary>Adds empty rows at the end.</summary>
    public void MakeRoom()
    {
        var rows = Math.Min(Filters.Count(row => !row.IsEmpty) + SpareRows, MostRows);
        while (Filters.Count < rows)
        {
            Filters.Add(new FilterRow { Position = Filters.Count + 1 });
        }
    }

    public SaveModel ToCommand() =>
        new(
            PrincipalId ?? Guid.Empty,
            Code ?? "",
            Name ?? "",
            EnglishName,
            CategoryCode ?? "",
            PressureMinimum,
            PressureMaximum,
            VoltageMinimum,
            VoltageMaximum,
            YieldPercent ?? 0,
            IsActive,
            [.. Filters.Where(row => !row.IsEmpty).Select(row => row.ToInput())],
            IsNew ? null : Version,
            MustBeNew: IsNew);

    /// <summary>The command counts filled rows only; its failures are put back to the rows of the form.</summary>
    public Failure AtItsRow(Failure failure)
    {
        var filled = Filters.Select((row, place) => (row, place)).Where(pair => !pair.row.IsEmpty).Select(pair => pair.place).ToList();
        return failure with { Fields = [.. failure.Fields.Select(field => field with { Field = AtItsRow(field.Field, filled) })] };
    }

    private static string AtItsRow(string field, List<int> filled)
    {
        const string Start = "Filters[";
        var end = field.IndexOf(']', StringComparison.Ordinal);
        return field.StartsWith(Start, StringComparison.Ordinal)
            && int.TryParse(field.AsSpan(Start.Length, end - Start.Length), System.Globalization.CultureInfo.InvariantCulture, out var place) && place < filled.Count
            ? $"{Start}{filled[place]}{field[end..]}"
            : field;
    }
}
