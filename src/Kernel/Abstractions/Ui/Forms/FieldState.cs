using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ServicePlatform.Ui;

/// <summary>Name, id, value and errors of a field: what was posted, else what the model says.</summary>
internal sealed class FieldState
{
    private readonly object? _model;
    private readonly ModelStateEntry? _entry;

    public FieldState(ViewContext view, ModelExpression? expression, string? name, object? value)
    {
        Name = expression is null ? name ?? "" : view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        _model = value ?? expression?.Model;
        view.ViewData.ModelState.TryGetValue(Name, out _entry);
    }

    public string Name { get; }

    public string Id { get; }

    public IReadOnlyList<string> Errors => _entry?.Errors.Select(error => error.ErrorMessage).Where(text => text.Length > 0).ToList() ?? [];

    public bool Invalid => _entry?.Errors.Count > 0;

    public bool Many => _model is IEnumerable and not string || _entry?.RawValue is string[] { Length: > 1 };

    /// <summary>The value as the control wants it written.</summary>
    public string Text(string control) => _entry?.AttemptedValue ?? Format(_model, control);

    public bool Checked => _entry?.AttemptedValue is { } posted ? posted.StartsWith("true", StringComparison.OrdinalIgnoreCase) : _model is true;

    public bool Has(string option)
    {
        if (_entry?.RawValue is string[] many)
        {
            return many.Contains(option, StringComparer.OrdinalIgnoreCase);
        }

        if (_entry?.AttemptedValue is null && _model is IEnumerable values and not string)
        {
            return values.Cast<object?>().Any(value => Same(value, option));
        }

        return _entry?.AttemptedValue is { } posted ? string.Equals(posted, option, StringComparison.OrdinalIgnoreCase) : Same(_model, option);
    }

    private static bool Same(object? value, string option) =>
        string.Equals(Format(value, ""), option, StringComparison.OrdinalIgnoreCase)
        || (value is Enum number && string.Equals(number.ToString("D"), option, StringComparison.Ordinal));

    private static string Format(object? value, string control) => value switch
    {
        null => "",
        DateTime time => time.ToString(control == "date" ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
