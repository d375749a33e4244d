using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Archives.Values;

/// <summary>The tables of a site as the model of this build says, by name, with types that mean the same on every database.</summary>
internal static class SitePlan
{
    public static IReadOnlyList<LoadedTable> Of(SiteDbContext context) => context.Model.GetRelationalModel().Tables
        .OrderBy(table => table.Name, StringComparer.Ordinal)
        .Select(table => new LoadedTable(table.Name, [.. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(Column)]))
        .ToList();

    private static LoadedColumn Column(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? column.PropertyMappings[0].Property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;

        // Refuses what no archive has a form for, before anything is written.
        _ = ColumnTypes.NameOf(type);
        return new LoadedColumn(column.Name, type);
    }
}
