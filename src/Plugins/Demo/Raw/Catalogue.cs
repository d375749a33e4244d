using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Demo.Raw;

internal sealed record Catalogue(IReadOnlyList<PrincipalRow> Principals, IReadOnlyList<PartRow> Parts);

internal sealed record PrincipalRow(string Code, IReadOnlyList<ModelRow> Models);

/// <param name="Type"><c>reverse-osmosis</c>, <c>ultrafiltration</c>, <c>whole-house</c>, <c>commercial</c>, <c>smart-lock</c> and so on.</param>
internal sealed record ModelRow(string Code, string Type, string Category, string SerialPrefix, IReadOnlyList<FilterRow> Filters);

internal sealed record FilterRow(int Position, string PartCode, FilterKind Kind, int FlushMinutes);

internal sealed record PartRow(string Code, LocalText Name);
