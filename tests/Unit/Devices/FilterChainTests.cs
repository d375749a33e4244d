using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.UnitTests.Devices;

[Trait("capability", "B03")]
public sealed class FilterChainTests
{
    [Fact]
    public void Three_changes_are_walkable_both_ways()
    {
        var place = new ModelFilter { ModelId = Guid.NewGuid(), Position = 2 };
        place.Set(new ModelFilterInput(2, "CTO-10", "活性炭", "Carbon block", FilterKind.Carbon, 365, null, true, 10));
        List<InstalledFilter> chain = [InstalledFilter.First(Guid.NewGuid(), place, At(1))];
        for (var month = 2; month <= 4; month++)
        {
            chain.Add(chain[^1].ReplaceBy(place, At(month)));
        }

        Walk(chain, chain[0], filter => filter.NextId).ShouldBe(chain);
        Walk(chain, chain[^1], filter => filter.PreviousId).ShouldBe(Enumerable.Reverse(chain));
        chain.Count(filter => filter.CurrentPosition is not null).ShouldBe(1);
        chain[0].RemovedAt.ShouldBe(chain[1].InstalledAt);
    }

    [Fact]
    public void A_change_learnt_of_late_finds_its_place()
    {
        var place = new ModelFilter { ModelId = Guid.NewGuid(), Position = 2 };
        place.Set(new ModelFilterInput(2, "CTO-10", "活性炭", "Carbon block", FilterKind.Carbon, 365, null, true, 10));
        var first = InstalledFilter.First(Guid.NewGuid(), place, At(2));
        var last = first.ReplaceBy(place, At(6));
        var between = first.InsertBefore(last, place, At(4));
        var earliest = InstalledFilter.Before(first, place, At(1));
        InstalledFilter[] chain = [earliest, first, between, last];

        Walk(chain, earliest, filter => filter.NextId).ShouldBe(chain);
        Walk(chain, last, filter => filter.PreviousId).ShouldBe(Enumerable.Reverse(chain));
        chain.Where(filter => filter.CurrentPosition is not null).ShouldBe([last]);
        between.RemovedAt.ShouldBe(last.InstalledAt);
        first.RemovedAt.ShouldBe(between.InstalledAt);
    }

    [Fact]
    public void Without_a_model_the_same_part_follows()
    {
        var place = new ModelFilter { ModelId = Guid.NewGuid(), Position = 1 };
        place.Set(new ModelFilterInput(1, "PP-10", "PP棉", null, FilterKind.Sediment, 120, 4000, true, 5));

        var next = InstalledFilter.First(Guid.NewGuid(), place, At(1)).ReplaceBy(null, At(5));

        next.PartCode.ShouldBe("PP-10");
        next.Specification.ShouldBe(new FilterSpecification(FilterKind.Sediment, 120, 4000, true));
    }

    private static FilterChange At(int month) =>
        new(null, Guid.NewGuid(), new DateTime(2026, month, 1, 4, 0, 0, DateTimeKind.Utc), new DateOnly(2026, month, 1));

    private static IEnumerable<InstalledFilter> Walk(IReadOnlyCollection<InstalledFilter> chain, InstalledFilter from, Func<InstalledFilter, Guid?> step)
    {
        for (var filter = from; filter is not null; filter = chain.FirstOrDefault(other => other.Id == step(filter)))
        {
            yield return filter;
        }
    }
}
