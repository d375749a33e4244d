using System.Globalization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

/// <summary>The site of a scope. Entered once, before anything else of the scope is resolved.</summary>
internal sealed class SiteContext(ModuleCatalog catalog) : ISiteContext, IDisposable
{
    private SiteRuntime? _runtime;
    private bool _isLeft;

    public SiteRuntime Runtime => _runtime ?? throw new InvalidOperationException("The scope has entered no site.");

    public bool HasEntered => _runtime is not null;

    public string Id => Runtime.Id;

    public string Name => Portal?.Name ?? Runtime.Row.Name;

    public string PathBase { get; private set; } = "";

    public CultureInfo Culture => Runtime.Culture;

    public TimeZoneInfo TimeZone => Runtime.TimeZone;

    public string Currency => Runtime.Row.Currency;

    public string Theme => Runtime.Row.Theme;

    public IReadOnlyList<string> ThemeStyles => catalog.StylesOf(Theme);

    public SiteLook Look { get; private set; } = new();

    public bool IsOperatorArea => Runtime.Row.IsOperatorArea;

    public PortalContext? Portal { get; private set; }

    public bool IsEnabled(string featureId) => Runtime.Features.Contains(featureId);

    public void Enter(SiteRuntime runtime, string pathBase = "", PortalContext? portal = null, SiteLook? look = null)
    {
        if (_runtime is not null)
        {
            throw new InvalidOperationException($"The scope is already in the site '{_runtime.Id}'.");
        }

        runtime.Uses.Enter();
        _runtime = runtime;
        PathBase = pathBase;
        Portal = portal;
        Look = look ?? Look;
    }

    public void Dispose()
    {
        if (!_isLeft && _runtime is not null)
        {
            _isLeft = true;
            _runtime.Uses.Leave();
        }
    }
}
