using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Fixture;

/// <summary>A site in a test: use cases as somebody, the database as it is, pages over HTTP.</summary>
public sealed class TestSite(TestPlatform platform, string id)
{
    public string Id => id;

    public TestPlatform Platform => platform;

    private SiteScopes Scopes => platform.Services.GetRequiredService<SiteScopes>();

    /// <summary>Sends a command as the actor (the system if none is given) in a scope of its own.</summary>
    public async Task<Result<T>> SendAsync<T>(ICommand<T> command, Actor? actor = null, DateTime? at = null)
    {
        await using var scope = Open(actor, at);
        return await scope.ServiceProvider.GetRequiredService<ISender>().SendAsync(command, TestContext.Current.CancellationToken);
    }

    public async Task<Result<T>> AskAsync<T>(IQuery<T> query, Actor? actor = null)
    {
        await using var scope = Open(actor, null);
        return await scope.ServiceProvider.GetRequiredService<ISender>().AskAsync(query, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a command that must succeed.</summary>
    public async Task<T> DoAsync<T>(ICommand<T> command, Actor? actor = null, DateTime? at = null)
    {
        var result = await SendAsync(command, actor, at);
        result.Succeeded.ShouldBeTrue(Describe(result.Failure));
        return result.Value;
    }

    /// <summary>Uses a service of the site as the actor.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use, Actor? actor = null)
        where TService : notnull
    {
        await using var scope = Open(actor, null);
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads the database as the actor sees it; as the system everything.</summary>
    public Task<T> ReadAsync<T>(Func<SiteDbContext, Task<T>> read, Actor? actor = null) => UseAsync(read, actor);

    /// <summary>Runs a recipe given as JSON.</summary>
    public async Task RunRecipeAsync(string json)
    {
        var result = await platform.Services.GetRequiredService<ServicePlatform.Kernel.Recipes.RecipeRunner>()
            .RunTextAsync(id, json, TestContext.Current.CancellationToken);
        result.Succeeded.ShouldBeTrue(Describe(result.Failure));
    }

    /// <summary>Delivers committed events, and what leaves the product, until nothing is due.</summary>
    public async Task DeliverAsync()
    {
        var deliverer = platform.Services.GetRequiredService<OutboxDeliverer>();
        var runtime = platform.Services.GetRequiredService<SiteRegistry>().Find(id)!;
        var outside = platform.Services.GetRequiredService<ServicePlatform.Kernel.Outside.OutsideDeliverer>();
        while (await deliverer.DeliverAsync(runtime, TestContext.Current.CancellationToken) + await outside.DeliverAsync(runtime, TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    /// <summary>Waits until a long task has ended; the host runs it.</summary>
    public async Task<ServicePlatform.Tasks.LongTaskState> TaskEndedAsync(Guid taskId)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            since.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3), "the task does not end");
            var states = await UseAsync<ServicePlatform.Tasks.ILongTasks, IReadOnlyDictionary<Guid, ServicePlatform.Tasks.LongTaskState>>(
                tasks => tasks.StatesAsync([taskId], TestContext.Current.CancellationToken));
            if (!states[taskId].IsOpen)
            {
                return states[taskId];
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Somebody with an account, for what is done later in his name.</summary>
    public async Task<Actor> AccountAsync(string role, string scopePath)
    {
        var name = "u" + Guid.NewGuid().ToString("N")[..10];
        var account = new ServicePlatform.Security.StaffAccount(name, "Staff " + name, null, scopePath, null, [role]);
        var saved = await UseAsync<ServicePlatform.Security.ISiteAccounts, Result<Guid>>(accounts => accounts.SaveStaffAsync(account, "correct-horse-7", TestContext.Current.CancellationToken));
        saved.Succeeded.ShouldBeTrue(Describe(saved.Failure));
        return await UseAsync<SessionStore, Actor>(sessions => sessions.ActorOfAsync(saved.Value, TestContext.Current.CancellationToken));
    }

    /// <summary>A browser without script: cookies, no automatic redirects, addresses below the site.</summary>
    public Browser Browse() => new(Client());

    /// <summary>Makes an account and signs in with it.</summary>
    public async Task<Browser> SignInAsync(string role, string scopePath = "/hq/", IReadOnlyList<Guid>? principals = null)
    {
        var name = "u" + Guid.NewGuid().ToString("N")[..10];
        var account = new ServicePlatform.Security.StaffAccount(name, "Staff " + name, null, scopePath, principals, [role]);
        var saved = await UseAsync<ServicePlatform.Security.ISiteAccounts, Result<Guid>>(accounts => accounts.SaveStaffAsync(account, "correct-horse-7", TestContext.Current.CancellationToken));
        saved.Succeeded.ShouldBeTrue(Describe(saved.Failure));
        var browser = Browse();
        await browser.SignInAsync(name, "correct-horse-7");
        return browser;
    }

    /// <summary>Signs in with an account that exists.</summary>
    public async Task<Browser> SignInAsAsync(string userName, string password)
    {
        var browser = Browse();
        await browser.SignInAsync(userName, password);
        return browser;
    }

    /// <summary>A customer who has proven the phone (E.164); which customers it stands for, the directory says.</summary>
    public async Task<Browser> SignInCustomerAsync(string phone)
    {
        await using var scope = Open(null, null);
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SiteUser>>();
        var user = await users.FindByNameAsync(phone) ?? new SiteUser { UserName = phone, PhoneNumber = phone, DisplayName = phone, Kind = ActorKind.Customer, IsActive = true };
        if (!await users.Users.AnyAsync(known => known.Id == user.Id))
        {
            (await users.CreateAsync(user)).Succeeded.ShouldBeTrue();
        }

        await context.SignInAsync(user);
        var cookie = context.Response.Headers.SetCookie.Single()!.Split(';')[0];
        var client = Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{id}~{cookie}");
        return new Browser(client);
    }

    private HttpClient Client() => platform.Factory.CreateClient(new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri($"http://localhost/{id}/"),
        AllowAutoRedirect = false,
    });

    private AsyncServiceScope Open(Actor? actor, DateTime? at)
    {
        var scope = Scopes.Open(id);
        if (actor is not null)
        {
            scope.ServiceProvider.GetRequiredService<ActorContext>().Set(actor);
        }

        if (at is { } time)
        {
            scope.ServiceProvider.GetRequiredService<ScopeClock>().ActAt(time);
        }

        return scope;
    }

    /// <summary>A failure with everything that it says.</summary>
    public static string? Describe(Failure? failure) =>
        failure is null ? null : $"{failure} {string.Join(", ", failure.Arguments)} {string.Join("; ", failure.Fields.Select(field => $"{field.Field}: {field.Code} {field.Message} {string.Join(", ", field.Arguments)}"))}";
}
