using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.IntegrationTests.Devices;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Development;
using ServicePlatform.Messaging.Log;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Messaging;

public sealed class MessageTests(TestPlatform platform)
{
    private static readonly DateTime Morning = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Night = new(2026, 3, 2, 14, 0, 0, DateTimeKind.Utc);

    [Theory, DatabaseData]
    [Trait("capability", "A056")]
    public async Task A_message_is_made_from_its_template_and_logged(string database)
    {
        var site = await SetUpAsync(database);
        var customer = await site.CustomerAsync();

        var id = await site.Site.DoAsync(OnTheWay(customer, "李建国"));

        var message = await site.Site.ReadAsync(db => db.Set<Message>().SingleAsync(row => row.Id == id));
        message.Text.ShouldContain("李建国");
        message.Text.ShouldContain("张先生");
        message.To.ShouldBe("+8613800001234");
        message.State.ShouldNotBe(MessageState.Blocked);
    }

    [Theory, DatabaseData]
    [Trait("capability", "A053")]
    public async Task The_same_words_are_not_said_twice_within_ten_minutes(string database)
    {
        var site = await SetUpAsync(database);
        var customer = await site.CustomerAsync();
        var visit = Guid.NewGuid();

        await site.Site.DoAsync(OnTheWay(customer, "李建国", visit), at: Morning);
        var again = await site.Site.DoAsync(OnTheWay(customer, "李建国", visit), at: Morning.AddMinutes(3));
        var changed = await site.Site.DoAsync(OnTheWay(customer, "赵磊", visit), at: Morning.AddMinutes(4));
        var later = await site.Site.DoAsync(OnTheWay(customer, "李建国", visit), at: Morning.AddMinutes(15));

        (await ReasonAsync(site, again)).ShouldBe(BlockReasons.Repeated);
        (await ReasonAsync(site, changed)).ShouldNotBe(BlockReasons.Repeated);
        (await ReasonAsync(site, later)).ShouldNotBe(BlockReasons.Repeated);
    }

    [Theory, DatabaseData]
    [Trait("capability", "A088")]
    public async Task Marketing_keeps_consent_night_and_cap_and_says_why(string database)
    {
        var site = await SetUpAsync(database);
        var customer = await site.CustomerAsync();
        async Task<string?> Send(DateTime at) =>
            await ReasonAsync(site, await site.Site.DoAsync(new SendMessage(customer, "care-plan-season", MessageClass.Marketing, new Subject("campaign", Guid.NewGuid()), new Dictionary<string, string>()), at: at));

        (await Send(Morning)).ShouldBe(BlockReasons.NoConsent);
        await site.Site.DoAsync(new RecordMarketingConsent(customer, true, "phone"), at: Morning);
        (await Send(Night)).ShouldBe(BlockReasons.QuietHours);
        (await Send(Morning.AddDays(1))).ShouldNotBe(BlockReasons.NoConsent);
        (await Send(Morning.AddDays(2))).ShouldNotBe(BlockReasons.Cap);
        var states = await site.Site.ReadAsync(db => db.Set<Message>().Where(row => row.State == MessageState.Blocked).CountAsync());
        states.ShouldBe(2);
    }

    [Theory, DatabaseData]
    public async Task A_customer_without_phone_or_a_missing_template_undoes_nothing(string database)
    {
        var site = await SetUpAsync(database);
        var customer = await site.Site.DoAsync(new SaveCustomer(null, await site.PrincipalAsync("p1"), CustomerKind.Person, "无号", Gender.Unknown, [], []));

        (await ReasonAsync(site, await site.Site.DoAsync(OnTheWay(customer, "李建国")))).ShouldBe(BlockReasons.NoPhone);
        (await ReasonAsync(site, await site.Site.DoAsync(OnTheWay(customer, "李建国") with { TemplateCode = "gone" }))).ShouldBe(BlockReasons.NoTemplate);
        (await ReasonAsync(site, await site.Site.DoAsync(OnTheWay(customer, "李建国") with { Values = new Dictionary<string, string>() }))).ShouldBe(BlockReasons.ValueMissing);
    }

    [Theory, DatabaseData]
    public async Task Outside_development_nothing_is_kept_in_the_inbox(string database)
    {
        var site = await SetUpAsync(database);

        var sent = await site.Site.UseAsync<ISignInCodeSender, ServicePlatform.Commands.Result<ServicePlatform.Commands.Done>>(codes => codes.SendAsync("+8613800001234", "482913", TimeSpan.FromMinutes(5), default));

        sent.Succeeded.ShouldBeFalse();
        (await site.Site.ReadAsync(db => db.Set<InboxMessage>().CountAsync())).ShouldBe(0);
        (await site.Site.ReadAsync(db => db.Set<Message>().CountAsync())).ShouldBe(0);
        var browser = site.Site.Browse();
        (await browser.GetAsync("dev/inbox")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory, DatabaseData]
    public async Task Only_known_placeholders_and_the_seen_version_are_accepted(string database)
    {
        var site = await SetUpAsync(database);
        var template = (await site.Site.AskAsync(new GetTemplate("technician-on-the-way"))).Value;

        (await site.Site.SendAsync(new EditTemplate(template.Code, "{greeting} {secret}", "x", true, template.Version))).Failure!.Fields.Single().Code.ShouldBe("messaging.placeholder-unknown");
        (await site.Site.SendAsync(new EditTemplate(template.Code, "{greeting", "x", true, template.Version))).Failure!.Fields.Single().Field.ShouldBe("ChineseText");
        (await site.Site.SendAsync(new EditTemplate(template.Code, "x", "x", true, template.Version + 1))).Failure!.Code.ShouldBe("kernel.stale");
        await site.Site.DoAsync(new EditTemplate(template.Code, "{greeting}，师傅{technician}马上到。", "x", true, template.Version));
        await site.Site.RunRecipeAsync("""{ "steps": [ { "name": "message-templates" } ] }""");
        (await site.Site.AskAsync(new GetTemplate(template.Code))).Value.ChineseText.ShouldContain("马上到");
    }

    [Theory, DatabaseData]
    public async Task The_log_shows_each_organisation_its_own(string database)
    {
        var site = await SetUpAsync(database);
        var customer = await site.CustomerAsync();
        await site.Site.DoAsync(OnTheWay(customer, "李建国") with { OrganisationPath = DeviceSite.Dealer + "outlet-1/" });
        await site.Site.DoAsync(OnTheWay(customer, "赵磊"));
        async Task<int> Seen(string path, params Guid[] principals) =>
            (await site.Site.AskAsync(new ListMessages(null, null, null, null, new PageRequest()), Actors.Staff(path, principals))).Value.Items.Count;

        (await Seen("/hq/")).ShouldBe(2);
        (await Seen(DeviceSite.Dealer)).ShouldBe(1);
        (await Seen(DeviceSite.OtherDealer)).ShouldBe(0);
        (await Seen("/hq/", await site.PrincipalAsync("p2"))).ShouldBe(0);
    }

    private static SendMessage OnTheWay(Guid customer, string technician, Guid? visit = null) => new(
        customer, "technician-on-the-way", MessageClass.Service, new Subject("visit", visit ?? Guid.NewGuid()), new Dictionary<string, string> { ["technician"] = technician });

    private async Task<DeviceSite> SetUpAsync(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        await site.Site.RunRecipeAsync("""{ "steps": [ { "name": "message-templates" } ] }""");
        return site;
    }

    private static async Task<string?> ReasonAsync(DeviceSite site, Guid id) =>
        (await site.Site.ReadAsync(db => db.Set<Message>().SingleAsync(row => row.Id == id))).Reason;
}
