using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>What the row of a site will say when a recipe has run. Nothing of it is written before the recipe's steps stand.</summary>
internal sealed class SitePlan(SiteRow row, ModuleCatalog catalog)
{
    public SiteRow Row => row;

    public ModuleCatalog Catalog => catalog;

    public IReadOnlySet<string> Features { get; private set; } = catalog.Close(row.Features.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public string Name { get; set; } = row.Name;

    public string Culture { get; set; } = row.Culture;

    public string TimeZone { get; set; } = row.TimeZone;

    public string Theme { get; set; } = row.Theme;

    public string FeaturesText => string.Join(' ', Features.Order(StringComparer.Ordinal));

    public bool ChangesRow => FeaturesText != row.Features || Name != row.Name || Culture != row.Culture || TimeZone != row.TimeZone || Theme != row.Theme;

    /// <summary>What they need comes with them, what needs those that go goes too.</summary>
    public void Switch(IReadOnlyCollection<string> on, IReadOnlyCollection<string> off)
    {
        var wanted = catalog.Close(Features.Concat(on));
        var dropped = off.Concat(off.SelectMany(feature => catalog.Dependents(feature, wanted))).ToHashSet(StringComparer.Ordinal);
        Features = wanted.Where(feature => !dropped.Contains(feature)).ToHashSet(StringComparer.Ordinal);
    }

    public void WriteTo(SiteRow changed)
    {
        changed.Features = FeaturesText;
        changed.Name = Name;
        changed.Culture = Culture;
        changed.TimeZone = TimeZone;
        changed.Theme = Theme;
    }
}

/// <summary>A step that changes the site's row in the host database: it is part of the plan, and written with the rest of it.</summary>
internal interface ISitePlanStep : IRecipeStep
{
    /// <summary>The step's form is in order.</summary>
    void Plan(RecipeStepContext context, SitePlan plan, IRecipeFindings findings);
}
