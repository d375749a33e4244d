using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Background.Outside;
using ServicePlatform.Data;
using ServicePlatform.Data.Outside;
using ServicePlatform.IntegrationTests.Devices;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Messaging;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Providers;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Messaging;

[Trait("goal", "I6")]
public sealed class OutsideTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_gateway_that_is_down_is_tried_again_until_it_takes_the_message(string database)
    {
        await using var gateway = await Gateway.StartAsync(HttpStatusCode.ServiceUnavailable);
        var (site, customer) = await SetUpAsync(database, gateway);

        var id = await site.Site.DoAsync(OnTheWay(customer));
        await site.Site.DeliverAsync();
        var waiting = await MessageAsync(site, id);
        waiting.State.ShouldBe(MessageState.Queued);
        waiting.Reason.ShouldBe("messaging.sms-refused");
        var row = (await site.Site.AskAsync(new ListOutside(null, new PageRequest()), Admin)).Value.Items.ShouldHaveSingleItem();
        row.LastError!.ShouldContain("503");

        gateway.Answer(HttpStatusCode.OK);
        platform.Clock.Advance(TimeSpan.FromSeconds(31));
        await site.Site.DeliverAsync();

        (await MessageAsync(site, id)).State.ShouldBe(MessageState.Sent);
        gateway.Heard.Distinct().ShouldBe([id.ToString()], "every attempt says that it is the same message");
        (await site.Site.AskAsync(new ListOutside(null, new PageRequest()), Admin)).Value.Items.ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task A_gateway_that_takes_its_time_keeps_nobody_else_waiting(string database)
    {
        await using var gateway = await Gateway.StartAsync(HttpStatusCode.OK);
        var (site, customer) = await SetUpAsync(database, gateway);
        var answered = new TaskCompletionSource();
        gateway.WaitFor(answered.Task);

        var id = await site.Site.DoAsync(OnTheWay(customer));
        (await gateway.Called.WaitAsync(TimeSpan.FromSeconds(30), Stop)).ShouldBeTrue("the loop sends by itself");
        var meanwhile = await site.Site.DoAsync(OnTheWay(customer)).WaitAsync(TimeSpan.FromSeconds(5), Stop);
        answered.SetResult();

        meanwhile.ShouldNotBe(id);
        for (var round = 0; round < 500 && (await MessageAsync(site, id)).State == MessageState.Queued; round++)
        {
            await Task.Delay(20, Stop);
        }

        (await MessageAsync(site, id)).State.ShouldBe(MessageState.Sent);
    }

    [Theory, DatabaseData]
    public async Task What_is_refused_for_good_is_given_up_at_once_and_sent_again_on_demand(string database)
    {
        await using var gateway = await Gateway.StartAsync(HttpStatusCode.UnprocessableEntity);
        var (site, customer) = await SetUpAsync(database, gateway);
        var id = await site.Site.DoAsync(OnTheWay(customer));
        await site.Site.DeliverAsync();

        (await MessageAsync(site, id)).State.ShouldBe(MessageState.Failed);
        gateway.Answer(HttpStatusCode.Accepted);
        (await site.Site.DoAsync(new TryOutsideAgain(null), Admin)).ShouldBe(1);
        await site.Site.DeliverAsync();

        (await MessageAsync(site, id)).State.ShouldBe(MessageState.Sent);
        (await site.Site.SendAsync(new TryOutsideAgain(Guid.NewGuid()), Admin)).Failure!.Code.ShouldBe("background.outside-gone");
        (await site.Site.SendAsync(new TryOutsideAgain(null), Actors.With("/hq/"))).Failure!.Kind.ShouldBe(ServicePlatform.Commands.FailureKind.Forbidden);
    }

    [Theory, DatabaseData]
    public async Task After_a_day_it_is_given_up_and_what_has_lost_its_sense_before(string database)
    {
        await using var gateway = await Gateway.StartAsync(HttpStatusCode.BadGateway);
        var (site, customer) = await SetUpAsync(database, gateway);
        var late = await site.Site.DoAsync(OnTheWay(customer) with { GoodFor = TimeSpan.FromHours(1) }, at: platform.Clock.GetUtcNow().UtcDateTime.AddHours(-3));
        var id = await site.Site.DoAsync(OnTheWay(customer));
        await site.Site.DeliverAsync();
        (await MessageAsync(site, late)).Reason.ShouldBe(BlockReasons.TooLate);
        (await MessageAsync(site, id)).State.ShouldBe(MessageState.Queued);

        await site.Site.ReadAsync(db => db.Set<OutsideDeliveryRow>().Where(row => row.SubjectId == id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.TriedUntil, platform.Clock.GetUtcNow().UtcDateTime).SetProperty(one => one.NextAttemptAt, one => one.CreatedAt), Stop));
        await site.Site.DeliverAsync();

        var givenUp = await MessageAsync(site, id);
        givenUp.State.ShouldBe(MessageState.Failed);
        givenUp.Reason.ShouldBe("messaging.sms-refused");
        var page = await (await site.Site.SignInAsync(StandardRoles.Administrator)).PageAsync("app/outside");
        page.DocumentElement.TextContent.ShouldContain("502");
    }

    [Theory, DatabaseData]
    public async Task A_code_leaves_through_the_gateway_and_signs_its_reader_in(string database)
    {
        await using var gateway = await Gateway.StartAsync(HttpStatusCode.OK);
        var (site, _) = await SetUpAsync(database, gateway);
        var browser = site.Site.Browse();

        var asked = await browser.SendAsync(await browser.PageAsync("sign-in"), "sign-in/code", ("Phone", "13800001234"));
        asked.StatusCode.ShouldBe(HttpStatusCode.OK, await asked.Content.ReadAsStringAsync(Stop));
        var code = new string([.. gateway.Texts.ShouldHaveSingleItem().SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit)]);
        code.Length.ShouldBe(6);
        var page = await Browser.ReadAsync(asked);
        var signedIn = await browser.SendAsync(page, "sign-in/verify", ("Code", code));

        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect, await signedIn.Content.ReadAsStringAsync(Stop));
        var kept = (await site.Site.ReadAsync(db => db.Set<Message>().ToListAsync(Stop))).ShouldHaveSingleItem();
        (kept.State, kept.Provider).ShouldBe((MessageState.Sent, "sms"));
        kept.Text.ShouldNotContain(code);
    }

    [Theory, DatabaseData]
    public async Task A_code_that_nobody_takes_is_said_and_not_counted(string database)
    {
        await using var gateway = await Gateway.StartAsync(HttpStatusCode.ServiceUnavailable);
        var (site, _) = await SetUpAsync(database, gateway);
        var browser = site.Site.Browse();
        async Task<HttpStatusCode> Ask() => (await browser.SendAsync(await browser.PageAsync("sign-in"), "sign-in/code", ("Phone", "13800001234"))).StatusCode;

        (await Ask()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        gateway.Answer(HttpStatusCode.OK);

        (await Ask()).ShouldBe(HttpStatusCode.OK, "the one that never left does not make him wait");
    }

    private static SendMessage OnTheWay(Guid customer) => new(
        customer, "technician-on-the-way", MessageClass.Service, new Subject("visit", Guid.NewGuid()), new Dictionary<string, string> { ["technician"] = "李建国" });

    private static ServicePlatform.Kernel.Security.Actor Admin { get; } = Actors.Staff("/hq/");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<Message> MessageAsync(DeviceSite site, Guid id) => site.Site.ReadAsync(db => db.Set<Message>().AsNoTracking().SingleAsync(row => row.Id == id, Stop));

    private async Task<(DeviceSite Site, Guid Customer)> SetUpAsync(string database, Gateway gateway)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        await site.Site.RunRecipeAsync("""{ "steps": [ { "name": "message-templates" } ] }""");
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync(site.Site.Id, [], [Features.Development], Stop);
        }

        await site.Site.DoAsync(new SaveSms(true, gateway.Address + "/", "", "", -1), Admin);
        return (site, await site.CustomerAsync());
    }
}
