using NSubstitute;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Security;

namespace ServicePlatform.UnitTests.Network;

[Trait("capability", "A110")]
public sealed class NetworkReachTests
{
    [Fact]
    public void A_dealer_edits_what_lies_below_him()
    {
        var reach = For("/hq/north/bj-07/", NetworkPermissions.EditOwn);

        reach.MayEdit("/hq/north/bj-07/cp/").ShouldBeTrue();
        reach.MayEdit("/hq/north/bj-07/").ShouldBeFalse("what the brand agreed with him is not his to change");
        reach.MayEdit("/hq/north/bj-070/").ShouldBeFalse();
        reach.MayEdit("/hq/north/").ShouldBeFalse();
        reach.MayEditPeople("/hq/north/bj-07/").ShouldBeTrue();
        reach.MayAddBelow("/hq/north/bj-07/").ShouldBeTrue();
        reach.MayAddBelow("/hq/north/bj-08/").ShouldBeFalse();
    }

    [Fact]
    public void A_service_manager_edits_his_region_and_nothing_beside_it()
    {
        var reach = For("/hq/north/", NetworkPermissions.Edit);

        reach.MayEdit("/hq/north/").ShouldBeTrue();
        reach.MayEdit("/hq/north/bj-07/").ShouldBeTrue();
        reach.MayEdit("/hq/south/").ShouldBeFalse();
    }

    [Fact]
    public void Looking_is_not_editing() => For("/hq/", NetworkPermissions.View).MayEdit("/hq/north/").ShouldBeFalse();

    private static NetworkReach For(string path, string permission)
    {
        var actor = Substitute.For<IActor>();
        actor.Kind.Returns(ActorKind.Staff);
        actor.ScopePath.Returns(path);
        actor.Can(permission).Returns(true);
        var context = Substitute.For<IActorContext>();
        context.Current.Returns(actor);
        return new NetworkReach(context);
    }
}
