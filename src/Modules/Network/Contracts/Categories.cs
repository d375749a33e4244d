namespace ServicePlatform.Network.Contracts;

/// <summary>A category of products that outlets serve and technicians know.</summary>
/// <param name="Code">Stable: <c>water-purifier</c>.</param>
/// <param name="Name">In the current language.</param>
public sealed record ProductCategory(string Code, string Name);

/// <summary>
/// The product categories of the site, for areas and skills. Implemented by the module that owns them; without one, the
/// categories that areas and skills already use are offered.
/// </summary>
public interface IProductCategories
{
    Task<IReadOnlyList<ProductCategory>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>What a technician can do with a category; a skill is <c>{category}.{work}</c>: <c>water-purifier.install</c>.</summary>
public static class SkillWork
{
    public const string Install = "install";
    public const string Repair = "repair";
    public const string Maintenance = "maintenance";

    public static IReadOnlyList<string> All { get; } = [Install, Repair, Maintenance];

    public static string Code(string categoryCode, string work) => $"{categoryCode}.{work}";
}

/// <summary>Names of categories and skills in the current language.</summary>
public interface ISkillNames
{
    /// <summary>Every category that the site knows.</summary>
    Task<IReadOnlyList<ProductCategory>> CategoriesAsync(CancellationToken cancellationToken);

    /// <summary>Name of a skill: 净水器安装, 'Water purifier: installation'.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> skills, CancellationToken cancellationToken);
}
