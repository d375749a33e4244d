using NSubstitute;
using ServicePlatform.Crm.Contacts;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Security;

namespace ServicePlatform.UnitTests.Crm;

[Trait("capability", "B18")]
public sealed class ContactPrivacyTests
{
    private static readonly Guid Held = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    private readonly IActor _actor = Substitute.For<IActor>();

    [Fact]
    public async Task An_outlet_sees_clear_only_while_a_job_or_sale_grant_holds()
    {
        Staff("/hq/north/bj-07/");

        (await ClearAsync()).ShouldBe([Held]);
    }

    [Fact]
    public async Task Head_office_sees_masked_until_it_asks()
    {
        Staff("/hq/");

        (await ClearAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_manager_of_a_region_asks_too()
    {
        Staff("/hq/north/", CrmPermissions.Reveal);

        (await ClearAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_sees_his_own()
    {
        _actor.Kind.Returns(ActorKind.Customer);
        _actor.CustomerIds.Returns([Other]);

        (await ClearAsync()).ShouldBe([Other]);
    }

    [Fact]
    public async Task The_product_itself_sees_all()
    {
        _actor.Kind.Returns(ActorKind.System);

        (await ClearAsync()).Count.ShouldBe(2);
    }

    private void Staff(string path, string? permission = null)
    {
        _actor.Kind.Returns(ActorKind.Staff);
        _actor.ScopePath.Returns(path);
        _actor.Can(Arg.Any<string>()).Returns(call => call.Arg<string>() == permission);
    }

    private async Task<IReadOnlySet<Guid>> ClearAsync()
    {
        var actors = Substitute.For<IActorContext>();
        actors.Current.Returns(_actor);
        var grants = Substitute.For<IGrantReader>();
        grants.HeldAsync("customer", Arg.Any<IReadOnlyCollection<Guid>>(), "/hq/north/bj-07/", Arg.Is<IReadOnlyCollection<GrantReason>>(reasons => !reasons.Contains(GrantReason.Installation)), Arg.Any<CancellationToken>())
            .Returns(new HashSet<Guid> { Held });
        return await new ContactPrivacy(actors, grants).ClearAsync([Held, Other], TestContext.Current.CancellationToken);
    }
}
