using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Benchmarks.Lists;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Network.Contracts;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Benchmarks.Sites;

/// <summary>A site whose name, data, theme, accent and language are told from every other's.</summary>
internal sealed class MarkedSite(int index)
{
    public const string Toggled = "SampleModule";

    private const string Recipe = """{ "steps": [ { "name": "principals", "principals": [ { "code": "p1", "name": "MARK 清泉" } ] } ] }""";

    public string Id => $"s{index:00}";

    public string Mark => Bleed.Mark(index);

    public string Culture => index % 2 == 0 ? "zh-CN" : "en-US";

    public string Theme => index % 3 == 0 ? "Sample" : "Clear";

    public string Accent => $"{0x20 + (index * 7):x2}5a{0xa0 - (index * 3):x2}";

    /// <summary>Half of the sites have their feature switched while they are asked.</summary>
    public bool IsToggled => index % 2 == 0;

    public FeatureSwitch Switch { get; } = new();

    public string Cookies { get; private set; } = "";

    public Guid CustomerId { get; private set; }

    public async Task MakeAsync(BenchmarkHost host)
    {
        await UseAsync(host, directory => directory.CreateAsync(new NewSite { Id = Id, Name = $"净水 {Mark}", Prefix = Id, Culture = Culture, Theme = Theme }, default));
        await UseAsync(host, directory => directory.SwitchAsync(Id, host.Services.GetRequiredService<ModuleCatalog>().Features.Keys.Where(id => id is not ("Operator" or "SampleModule.Poison")).ToList(), [], default));
        Check(await host.Services.GetRequiredService<RecipeRunner>().RunTextAsync(Id, Recipe.Replace("MARK", Mark, StringComparison.Ordinal), default));
        await using var scope = host.Scopes.Open(Id);
        var services = scope.ServiceProvider;
        var principal = (await services.GetRequiredService<IPrincipalReader>().ListAsync(default))[0].Id;
        var look = services.GetRequiredService<ISettings>();
        await look.SetAsync(new SiteLook { Accent = "#" + Accent }, default);
        await services.GetRequiredService<ServicePlatform.Data.ISiteDb>().SaveAsync(default);
        Check(await services.GetRequiredService<ISiteAccounts>().SaveStaffAsync(new StaffAccount(ListSite.UserName, $"林晓 {Mark}", null, "/hq/", null, [StandardRoles.Agent]), ListSite.Password, default));
        await using var writing = host.Scopes.Open(Id);
        var sender = writing.ServiceProvider.GetRequiredService<ISender>();
        var customer = await sender.SendAsync(new SaveCustomer(null, principal, CustomerKind.Person, $"张丽 {Mark}", Gender.Female, [new PhoneInput($"138000{index:00000}")], []));
        Check(customer);
        CustomerId = customer.Value;
        Check(await sender.SendAsync(new WriteNote(principal, "/hq/", $"note {Mark}")));
    }

    public async Task SignInAsync(Uri address)
    {
        using var client = new SignedInClient(new Uri(address, Id + "/"));
        await client.SignInAsync("sign-in/staff", hasForm: true);
        Cookies = client.Cookies;
    }

    public Task ToggleAsync(BenchmarkHost host) => Switch.TurnAsync(isOn =>
        UseAsync(host, directory => isOn ? directory.SwitchAsync(Id, [Toggled], [], default) : directory.SwitchAsync(Id, [], [Toggled], default)));

    private static async Task UseAsync<T>(BenchmarkHost host, Func<SiteDirectory, Task<Result<T>>> use)
    {
        await using var scope = host.Services.CreateAsyncScope();
        Check(await use(scope.ServiceProvider.GetRequiredService<SiteDirectory>()));
    }

    private static void Check<T>(Result<T> result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"{result.Failure} {string.Join(", ", result.Failure.Fields)}");
        }
    }
}
