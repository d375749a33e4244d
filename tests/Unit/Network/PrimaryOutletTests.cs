using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.UnitTests.Network;

[Trait("capability", "A116")]
public sealed class PrimaryOutletTests
{
    private static readonly Guid Principal = Guid.NewGuid();

    [Fact]
    public void A_county_takes_one_primary_outlet()
    {
        var first = Area("131082");
        first.MakePrimary(null, null).ShouldBeNull();

        var second = Area("131082");
        var failure = second.MakePrimary(Standing(first), null);

        failure!.Fields.Single().Code.ShouldBe("network.second-primary");
        second.IsPrimary.ShouldBeFalse();
    }

    [Fact]
    public void A_second_one_needs_a_reason()
    {
        var first = Area("131082");
        first.MakePrimary(null, null);
        var second = Area("131082001");

        second.MakePrimary(Standing(first), "燕郊独立结算").ShouldBeNull();

        second.IsPrimary.ShouldBeTrue();
        second.ExceptionReason.ShouldBe("燕郊独立结算");
        string.Equals(second.PrimaryKey, first.PrimaryKey, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Two_hands_claim_the_same_key()
    {
        var first = Area("131082");
        var second = Area("131082");
        first.MakePrimary(null, null);
        second.MakePrimary(null, null);

        second.PrimaryKey.ShouldBe(first.PrimaryKey, "a unique index refuses the later one");
    }

    [Fact]
    public void An_urban_district_holds_many()
    {
        var first = Area("110105");
        var second = Area("110105");
        first.MakePrimary(null, null).ShouldBeNull();
        second.MakePrimary(null, null).ShouldBeNull();

        string.Equals(second.PrimaryKey, first.PrimaryKey, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Another_category_is_another_primary()
    {
        var purifier = Area("131082");
        var softener = Area("131082", "water-softener");
        purifier.MakePrimary(null, null);
        softener.MakePrimary(null, null);

        string.Equals(softener.PrimaryKey, purifier.PrimaryKey, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void The_longest_code_wins_then_the_primary()
    {
        var (county, town, rest) = (Area("131082"), Area("131082001"), Area("13"));
        var primary = Area("131082");
        primary.MakePrimary(null, null);
        ServiceArea[] areas = [rest, county, town, primary];
        var outlets = areas.ToDictionary(area => area.OrganisationId, area => Summary(area.OrganisationId));

        var ranked = ServiceAreas.Rank(areas, outlets);

        ranked.Select(candidate => candidate.Organisation.Id)
            .ShouldBe([town.OrganisationId, primary.OrganisationId, county.OrganisationId, rest.OrganisationId]);
    }

    [Fact]
    public void An_outlet_with_two_matching_codes_stands_once()
    {
        var county = Area("131082");
        var town = new ServiceArea { OrganisationId = county.OrganisationId, PrincipalId = Principal, CategoryCode = "water-purifier", CodePrefix = "131082001" };

        var ranked = ServiceAreas.Rank([county, town], new Dictionary<Guid, OrganisationSummary> { [county.OrganisationId] = Summary(county.OrganisationId) });

        ranked.Single().CodePrefix.ShouldBe("131082001");
    }

    private static ServiceArea Area(string prefix, string category = "water-purifier")
    {
        var area = new ServiceArea { OrganisationId = Guid.NewGuid(), PrincipalId = Principal, CategoryCode = category, CodePrefix = prefix };
        area.MakeOrdinary();
        return area;
    }

    private static StandingPrimary Standing(ServiceArea area) => new(area.Id, area.OrganisationId, "三河服务网点");

    private static OrganisationSummary Summary(Guid id) =>
        new(id, "sanhe", "三河服务网点", OrganisationKind.Outlet, OrganisationOwnership.Dealer, $"/hq/{id:N}/", null, null, true, [Principal]);
}
