using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network.Technicians;

/// <summary>Names skills by the category that the catalogue knows and the kind of work.</summary>
internal sealed class SkillNames(ISiteDb db, IEnumerable<IProductCategories> catalogues, IStringLocalizer<Texts> texts) : ISkillNames
{
    public async Task<IReadOnlyList<ProductCategory>> CategoriesAsync(CancellationToken cancellationToken)
    {
        var known = new List<ProductCategory>();
        foreach (var catalogue in catalogues)
        {
            known.AddRange(await catalogue.ListAsync(cancellationToken));
        }

        // Areas may name a category that has left the catalogue, or came before it.
        var used = await db.List<ServiceArea>().Select(area => area.CategoryCode).Distinct().ToListAsync(cancellationToken);
        known.AddRange(used.Where(code => !known.Exists(category => category.Code == code)).Order(StringComparer.Ordinal).Select(code => new ProductCategory(code, Name(code))));
        return known;
    }

    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> skills, CancellationToken cancellationToken)
    {
        var categories = (await CategoriesAsync(cancellationToken)).ToDictionary(category => category.Code, category => category.Name, StringComparer.Ordinal);
        return skills.Distinct(StringComparer.Ordinal).ToDictionary(skill => skill, skill => Name(skill, categories), StringComparer.Ordinal);
    }

    private string Name(string skill, Dictionary<string, string> categories)
    {
        var dot = skill.LastIndexOf('.');
        var (category, work) = dot < 0 ? (skill, "") : (skill[..dot], skill[(dot + 1)..]);
        var name = categories.GetValueOrDefault(category) ?? Name(category);
        var kind = texts["Work." + work];
        return work.Length == 0 || kind.ResourceNotFound ? name : texts["Skill.Name", name, kind.Value];
    }

    private string Name(string category)
    {
        var text = texts["Category." + category];
        return text.ResourceNotFound ? category.Replace('-', ' ') : text.Value;
    }
}
