using ServicePlatform.Data;
using ServicePlatform.Search;

namespace ServicePlatform.Network.Organisations;

/// <summary>How an organisation is named in timelines and in the search.</summary>
internal static class OrganisationTexts
{
    public const string SubjectKind = "organisation";

    public static Subject Subject(this Organisation organisation) => new(SubjectKind, organisation.Id);

    public static IReadOnlyCollection<(SearchField Field, string Text)> SearchTexts(this Organisation organisation) =>
        organisation.Phone is { } phone
            ? [(SearchField.Name, organisation.Name), (SearchField.Number, organisation.Code), (SearchField.Phone, phone)]
            : [(SearchField.Name, organisation.Name), (SearchField.Number, organisation.Code)];

    /// <summary>Null for a text of blanks, which forms send for an empty field.</summary>
    public static string? Blank(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
