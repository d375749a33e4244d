using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>Names that the host knows and no recipe makes.</summary>
internal abstract class HostNames : IRecipeNames
{
    public abstract string Kind { get; }

    public Task<IReadOnlyCollection<string>> UnknownAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<string>>([.. names.Where(name => !Has(name))]);

    protected abstract bool Has(string name);
}

internal sealed class FeatureNames(ModuleCatalog catalog) : HostNames
{
    public override string Kind => "feature";

    protected override bool Has(string name) => catalog.Features.ContainsKey(name);
}

internal sealed class ThemeNames(ModuleCatalog catalog) : HostNames
{
    public override string Kind => "theme";

    protected override bool Has(string name) => catalog.Themes.ContainsKey(name);
}

internal sealed class CultureNames : HostNames
{
    public override string Kind => "culture";

    protected override bool Has(string name) => SiteChecks.CultureFailure(name) is null;
}

internal sealed class TimeZoneNames : HostNames
{
    public override string Kind => "time-zone";

    protected override bool Has(string name) => name.Contains('/', StringComparison.Ordinal) && SiteChecks.TimeZoneFailure(name) is null;
}

internal sealed class RoleNames(ISiteContext site) : HostNames
{
    public override string Kind => "role";

    protected override bool Has(string name) => StandardRoles.All.Contains(name, StringComparer.Ordinal) && (name == StandardRoles.Operator) == site.IsOperatorArea;
}

/// <summary>Those of the features that the site will have.</summary>
internal sealed class PermissionNames(IEnumerable<IPermissionProvider> providers) : HostNames
{
    private readonly HashSet<string> _known = providers.SelectMany(provider => provider.Permissions).Select(permission => permission.Id).ToHashSet(StringComparer.Ordinal);

    public override string Kind => "permission";

    protected override bool Has(string name) => _known.Contains(name);
}
