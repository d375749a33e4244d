using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;

namespace ServicePlatform.UnitTests.Network;

[Trait("capability", "A110")]
public sealed class OrganisationTreeTests
{
    private readonly Organisation _head = Make("hq", OrganisationKind.HeadOffice, null);
    private readonly Organisation _north;
    private readonly Organisation _dealer;

    public OrganisationTreeTests()
    {
        _north = Make("north", OrganisationKind.Region, _head);
        _dealer = Make("bj-07", OrganisationKind.OperationCentre, _north, OrganisationOwnership.Dealer);
    }

    [Fact]
    public void A_path_is_made_of_codes() => _dealer.Path.ShouldBe("/hq/north/bj-07/");

    [Fact]
    public void A_node_does_not_go_below_itself()
    {
        var outlet = Make("cp", OrganisationKind.Outlet, _dealer, OrganisationOwnership.Dealer);

        _dealer.Place(_dealer.Kind, _dealer.Ownership, outlet)!.Fields.Single().Code.ShouldBe("network.circle");
        _dealer.Place(_dealer.Kind, _dealer.Ownership, _dealer)!.Fields.Single().Code.ShouldBe("network.circle");
        _dealer.Path.ShouldBe("/hq/north/bj-07/");
    }

    [Fact]
    public void A_code_that_begins_alike_is_no_circle()
    {
        var longer = Make("bj-070", OrganisationKind.OperationCentre, _north, OrganisationOwnership.Dealer);
        var outlet = Make("cp", OrganisationKind.Outlet, longer, OrganisationOwnership.Dealer);

        outlet.Place(OrganisationKind.Outlet, OrganisationOwnership.Dealer, _dealer).ShouldBeNull();
        outlet.Path.ShouldBe("/hq/north/bj-07/cp/");
    }

    [Fact]
    public void All_below_follows_a_move()
    {
        var outlet = Make("cp", OrganisationKind.Outlet, _dealer, OrganisationOwnership.Dealer);
        var south = Make("south", OrganisationKind.Region, _head);
        var from = _dealer.Path;

        _dealer.Place(_dealer.Kind, _dealer.Ownership, south).ShouldBeNull();
        outlet.Follow(from, _dealer.Path).ShouldBeNull();

        outlet.Path.ShouldBe("/hq/south/bj-07/cp/");
    }

    [Fact]
    public void Levels_go_downwards()
    {
        var outlet = Make("own", OrganisationKind.Outlet, _head);

        Child("x", OrganisationKind.Region, OrganisationOwnership.Own, outlet).ShouldBe("network.kind-above-parent");
        Child("x", OrganisationKind.Region, OrganisationOwnership.Own, _north).ShouldBe("network.kind-above-parent");
        Child("x", OrganisationKind.Outlet, OrganisationOwnership.Own, outlet).ShouldBeNull();
        Child("x", OrganisationKind.OperationCentre, OrganisationOwnership.Own, _head).ShouldBeNull();
    }

    [Fact]
    [Trait("capability", "A111")]
    public void Below_a_dealer_everything_is_the_dealers()
    {
        Child("x", OrganisationKind.Outlet, OrganisationOwnership.Own, _dealer).ShouldBe("network.below-dealer");
        Child("x", OrganisationKind.Outlet, OrganisationOwnership.Dealer, _dealer).ShouldBeNull();
    }

    [Fact]
    public void Only_the_head_office_stands_alone() =>
        Child("x", OrganisationKind.Outlet, OrganisationOwnership.Own, null).ShouldBe("network.parent-needed");

    [Fact]
    public void The_tree_is_not_deeper_than_a_path_is_long()
    {
        var node = Make("deep", OrganisationKind.Outlet, _head);
        string? code = null;
        for (var level = 0; level < 20 && code is null; level++)
        {
            var next = new Organisation { Code = new string('a', 39) + (char)('a' + level), Name = "x" };
            code = next.Place(OrganisationKind.Outlet, OrganisationOwnership.Own, node)?.Fields.Single().Code;
            node = next;
        }

        code.ShouldBe("network.too-deep");
    }

    [Fact]
    public void A_subtree_is_a_range()
    {
        var (low, high) = OrganisationPaths.Range("/hq/north/");
        string[] inside = ["/hq/north/", "/hq/north/bj-07/", "/hq/north/z/"];
        string[] outside = ["/hq/", "/hq/north-east/", "/hq/nortg/", "/hq/south/"];

        inside.ShouldAllBe(path => string.CompareOrdinal(path, low) >= 0 && string.CompareOrdinal(path, high) < 0);
        outside.ShouldAllBe(path => string.CompareOrdinal(path, low) < 0 || string.CompareOrdinal(path, high) >= 0);
    }

    [Fact]
    public void A_chain_names_all_above() =>
        OrganisationPaths.Chain("/hq/north/bj-07/").ShouldBe(["/hq/", "/hq/north/", "/hq/north/bj-07/"]);

    private static string? Child(string code, OrganisationKind kind, OrganisationOwnership ownership, Organisation? parent) =>
        new Organisation { Code = code, Name = code }.Place(kind, ownership, parent)?.Fields.Single().Code;

    private static Organisation Make(string code, OrganisationKind kind, Organisation? parent, OrganisationOwnership ownership = OrganisationOwnership.Own)
    {
        var organisation = new Organisation { Code = code, Name = code };
        organisation.Place(kind, ownership, parent).ShouldBeNull();
        return organisation;
    }
}
