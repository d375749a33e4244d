using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Timelines;
using ServicePlatform.Security;
using ServicePlatform.Timelines;
using ServicePlatform.UnitTests.Kernel.Support;

namespace ServicePlatform.UnitTests.Kernel.Timelines;

public sealed class TimelineTests : IDisposable
{
    private static readonly Subject Order = new("order", Guid.CreateVersion7());
    private static readonly Subject Visit = new("visit", Guid.CreateVersion7());

    private readonly TestSite _site = new();

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_newest_first_with_names_and_words()
    {
        var agent = new SiteUser { UserName = "liu.min", DisplayName = "刘敏" };
        await using var db = _site.Create();
        db.Add(agent);
        var byAgent = new Timeline(db, new TestActor(ActorKind.Staff, agent.Id), _site.Clock, new Words(), []);
        var bySystem = new Timeline(db, TestActor.System, _site.Clock, new Words(), []);
        byAgent.Add(Order, "orders.opened", "@Source.phone", "2");
        byAgent.Add(new Subject("order", Guid.CreateVersion7()), "orders.opened");
        _site.Clock.UtcNow = _site.Clock.UtcNow.AddMinutes(1);
        bySystem.Add(Visit, "visits.planned");
        await db.SaveChangesAsync(Cancellation);

        var entries = await byAgent.ReadAsync([Order, Visit], 10, Cancellation);
        entries.Select(entry => (entry.Subject, entry.Actor, entry.Text)).ShouldBe(
            [(Visit, "", "visits.planned()"), (Order, "刘敏", "orders.opened(@Source.phone,2)")]);
        entries[0].At.ShouldBe(_site.Clock.UtcNow);
        (await byAgent.ReadAsync([Order, Visit], 1, Cancellation)).Count.ShouldBe(1);
        (await byAgent.ReadAsync([], 10, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Facts_of_one_act_keep_their_order()
    {
        await using var db = _site.Create();
        var timeline = new Timeline(db, TestActor.System, _site.Clock, new Words(), []);
        var codes = Enumerable.Range(0, 40).Select(number => $"orders.step-{number:D2}").ToList();
        codes.ForEach(code => timeline.Add(Order, code));
        await db.SaveChangesAsync(Cancellation);
        var read = await timeline.ReadAsync([Order], 100, Cancellation);
        read.Select(entry => entry.Code).Reverse().ShouldBe(codes);
    }

    [Fact]
    public async Task What_a_customer_did_is_the_customers()
    {
        await using var db = _site.Create();
        var timeline = new Timeline(db, new TestActor(ActorKind.Customer, Guid.Empty), _site.Clock, new Words(), []);
        timeline.Add(Order, "orders.request-received");
        await db.SaveChangesAsync(Cancellation);
        (await timeline.ReadAsync([Order], 1, Cancellation)).Single().Actor.ShouldBe("customer");
    }

    [Fact]
    public void Values_are_named_for_the_reader()
    {
        TimelineValue.Read(TimelineValue.Both("测水压", "Measure"), [], isChinese: true).ShouldBe("测水压");
        TimelineValue.Read(TimelineValue.Both("测水压", "Measure"), [], isChinese: false).ShouldBe("Measure");
        TimelineValue.Read(TimelineValue.Both("测水压", null), [], isChinese: false).ShouldBe("测水压");
        TimelineValue.Read(TimelineValue.Named("division", "110105"), [], isChinese: true).ShouldBe("#division:110105");
        TimelineValue.Read("#3 号楼", [], isChinese: true).ShouldBe("#3 号楼");
    }

    [Fact]
    public void Long_values_are_shortened_to_what_fits()
    {
        FactValues.Read(FactValues.Write(["水垢", new string('漏', 500)])).ShouldBe(["水垢", new string('漏', 399) + "…"]);
        FactValues.Write(Enumerable.Repeat(new string('"', 400), 12).ToList()).Length.ShouldBeLessThanOrEqualTo(Lengths.Text);
        FactValues.Read(FactValues.Write([new string('a', 398) + "😀😀"])).Single().ShouldBe(new string('a', 398) + "…");
    }

    public void Dispose() => _site.Dispose();

    private sealed class Words : ITimelineText
    {
        public string Customer => "customer";

        public string Describe(string code, IReadOnlyList<string> values) => $"{code}({string.Join(',', values)})";
    }
}
