using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Host;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>An operator's area of its own with somebody signed in, and sites that he may do anything to.</summary>
internal sealed class OperatorArea(TestPlatform platform, TestSite site, Browser browser)
{
    public TestSite Site => site;

    public Browser Browser => browser;

    public static async Task<OperatorArea> MakeAsync(TestPlatform platform)
    {
        var id = "op" + Guid.NewGuid().ToString("N")[..10];
        await using var scope = platform.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<SiteDirectory>();
        (await directory.CreateAsync(new NewSite { Id = id, Name = id, Prefix = id, IsOperatorArea = true }, Stop)).Succeeded.ShouldBeTrue();
        (await directory.SwitchAsync(id, ["Operator"], [], Stop)).Succeeded.ShouldBeTrue();
        var site = new TestSite(platform, id);
        return new OperatorArea(platform, site, await site.SignInAsync(StandardRoles.Operator));
    }

    /// <summary>A site with nothing in it.</summary>
    public async Task<SiteRuntime> VictimAsync(string name = "要动的站点")
    {
        var id = "v" + Guid.NewGuid().ToString("N")[..10];
        (await UseAsync(directory => directory.CreateAsync(new NewSite { Id = id, Name = name, Prefix = id }, Stop))).Succeeded.ShouldBeTrue();
        return Registry.Find(id)!;
    }

    public Task StopAsync(string id) => UseAsync(directory => directory.SwitchAsync(id, SiteState.Stopped, Stop));

    public SiteRegistry Registry => platform.Services.GetRequiredService<SiteRegistry>();

    public async Task<T> UseAsync<T>(Func<SiteDirectory, Task<T>> use)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SiteDirectory>());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
