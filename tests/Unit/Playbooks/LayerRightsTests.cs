using NSubstitute;
using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Security;

namespace ServicePlatform.UnitTests.Playbooks;

[Trait("capability", "B14")]
public class LayerRightsTests
{
    private static readonly Guid A = Guid.CreateVersion7();
    private static readonly Guid B = Guid.CreateVersion7();

    private static IActor Actor(string scope, IReadOnlyList<Guid>? principals, params string[] permissions)
    {
        var actor = Substitute.For<IActor>();
        actor.Kind.Returns(ActorKind.Staff);
        actor.ScopePath.Returns(scope);
        actor.PrincipalIds.Returns(principals);
        actor.SeesEverything.Returns(scope == "/hq/" && principals is null);
        actor.Can(Arg.Any<string>()).Returns(call => permissions.Contains(call.Arg<string>(), StringComparer.Ordinal));
        return actor;
    }

    private static readonly IActor Administrator = Actor("/hq/", null, PlaybookPermissions.Edit, PlaybookPermissions.EditOwn);
    private static readonly IActor BrandManager = Actor("/hq/", [A], PlaybookPermissions.Edit);
    private static readonly IActor RegionManager = Actor("/hq/north/", null, PlaybookPermissions.Edit);
    private static readonly IActor Dealer = Actor("/hq/north/d1/", [A], PlaybookPermissions.EditOwn);
    private static readonly IActor Outlet = Actor("/hq/north/d1/o1/", [A]);

    private static string Sees(IActor actor, DefinitionOwner owner) => LayerRights.MaySee(actor, owner) ? "sees" : "nothing";

    private static bool Writes(IActor actor, DefinitionOwner owner) => LayerRights.WhyNotEdit(actor, owner) is null;

    [Fact]
    public void Nobody_writes_at_the_platforms_layer_and_everybody_sees_it()
    {
        foreach (var actor in new[] { Administrator, BrandManager, RegionManager, Dealer, Outlet })
        {
            Sees(actor, DefinitionOwner.Platform).ShouldBe("sees");
            Writes(actor, DefinitionOwner.Platform).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_brands_layer_is_written_at_the_top_by_those_who_work_for_the_brand()
    {
        Writes(Administrator, DefinitionOwner.Brand(B)).ShouldBeTrue();
        Writes(BrandManager, DefinitionOwner.Brand(A)).ShouldBeTrue();
        Writes(BrandManager, DefinitionOwner.Brand(B)).ShouldBeFalse();
        Sees(BrandManager, DefinitionOwner.Brand(B)).ShouldBe("nothing");
        Writes(RegionManager, DefinitionOwner.Brand(A)).ShouldBeFalse();
        Writes(Dealer, DefinitionOwner.Brand(A)).ShouldBeFalse();
    }

    [Fact]
    public void A_dealer_writes_at_his_own_and_his_outlets_layers_alone()
    {
        Writes(Dealer, DefinitionOwner.Dealer("/hq/north/d1/")).ShouldBeTrue();
        Writes(Dealer, DefinitionOwner.Dealer("/hq/north/d1/o1/")).ShouldBeTrue();
        Writes(Dealer, DefinitionOwner.Dealer("/hq/north/d2/")).ShouldBeFalse();
        Sees(Dealer, DefinitionOwner.Dealer("/hq/north/d2/")).ShouldBe("nothing");
        Sees(Dealer, DefinitionOwner.Dealer("/hq/north/d10/")).ShouldBe("nothing");
        Sees(Dealer, DefinitionOwner.Dealer("/hq/north/d1/", B)).ShouldBe("nothing");
        Sees(Outlet, DefinitionOwner.Dealer("/hq/north/d1/")).ShouldBe("sees");
        Writes(Outlet, DefinitionOwner.Dealer("/hq/north/d1/o1/")).ShouldBeFalse();
    }

    [Fact]
    public void A_region_is_written_by_its_own_managers_and_seen_below_it()
    {
        Writes(RegionManager, DefinitionOwner.Region("/hq/north/")).ShouldBeTrue();
        Writes(RegionManager, DefinitionOwner.Region("/hq/")).ShouldBeFalse();
        Sees(Dealer, DefinitionOwner.Region("/hq/north/")).ShouldBe("sees");
        Sees(Dealer, DefinitionOwner.Region("/hq/south/")).ShouldBe("nothing");
    }
}
