using ServicePlatform.Ui;

namespace ServicePlatform.Crm.Contracts;

/// <summary>
/// Adds a section to the customer page: machines with due filters, open jobs. Implemented by higher modules, asked only for
/// customers that the actor may see; the implementation checks the actor's permission for its own things.
/// </summary>
public interface ICustomerCard
{
    /// <summary>Lower comes first.</summary>
    int Order { get; }

    /// <summary>Null where the actor may not see such things at all. An empty section is shown with its <see cref="CustomerSection.EmptyText"/>.</summary>
    Task<CustomerSection?> BuildAsync(Guid customerId, CancellationToken cancellationToken);
}

/// <param name="Title">In the reader's language, as all texts here.</param>
/// <param name="EmptyText">What is said where there are no rows.</param>
/// <param name="Headline">What an agent must know at once, shown in the head of the page: 'one filter due'; null for nothing.</param>
/// <param name="Action">The first step that the section offers, or null.</param>
public sealed record CustomerSection(
    string Title,
    IReadOnlyList<CustomerSectionRow> Rows,
    string EmptyText,
    CustomerHeadline? Headline = null,
    CustomerSectionAction? Action = null);

/// <param name="Detail">A second line, or null.</param>
/// <param name="Status">A word for the state, or null.</param>
/// <param name="Path">Page of the thing below the site: <c>/app/machines/{id}</c>; null where there is none.</param>
/// <param name="Icon">Name in the icon set.</param>
public sealed record CustomerSectionRow(
    string Title,
    string? Detail = null,
    string? Status = null,
    Tone Tone = Tone.Neutral,
    string? Path = null,
    string? Icon = null);

/// <param name="Label">What it is about: 'Due'.</param>
/// <param name="Value">'2 filters'.</param>
/// <param name="Note">One more fact, or null: 'carbon filter, since 12 March'.</param>
public sealed record CustomerHeadline(string Label, string Value, string? Note = null, Tone Tone = Tone.Neutral);

/// <param name="Path">Below the site: <c>/app/machines/new?customer=...</c>.</param>
public sealed record CustomerSectionAction(string Text, string Path);
