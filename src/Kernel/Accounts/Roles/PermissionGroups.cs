using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.Roles;

/// <summary>The permissions of one module.</summary>
internal sealed record PermissionGroup(string Title, IReadOnlyList<PermissionLine> Permissions);

internal sealed record PermissionLine(string Id, string Name);

/// <summary>The permissions of the site's enabled features by module, in the reader's words.</summary>
internal sealed class PermissionGroups(IEnumerable<IPermissionProvider> providers, ModuleCatalog catalog, ModuleTexts texts)
{
    public IReadOnlySet<string> Ids => providers.SelectMany(provider => provider.Permissions).Select(permission => permission.Id).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<PermissionGroup> Read() =>
        providers.GroupBy(provider => catalog.OwnerOf(provider)!)
            .OrderBy(group => group.Key.Floor)
            .ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .Select(group => new PermissionGroup(
                texts.Find(group.Key.Assembly, "Feature." + group.Key.Id) ?? group.Key.Id,
                group.SelectMany(provider => provider.Permissions)
                    .DistinctBy(permission => permission.Id, StringComparer.Ordinal)
                    .Select(permission => new PermissionLine(permission.Id, texts.Find(group.Key.Assembly, "Permission." + permission.Id) ?? permission.Id))
                    .ToList()))
            .ToList();
}
