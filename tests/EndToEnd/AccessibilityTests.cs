using System.Collections.Concurrent;
using ServicePlatform.EndToEndTests.Fixture;
using ServicePlatform.EndToEndTests.Pages;

namespace ServicePlatform.EndToEndTests;

/// <summary>Each kind of user opens every page that he can find; axe, the width of a phone, words and language are in order on each.</summary>
public sealed class AccessibilityTests(DemoHost host, ITestOutputHelper output)
{
    private const int PhoneWidth = 360;
    private static readonly ConcurrentDictionary<string, Lazy<Task<Walked>>> Tours = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);
    private static readonly TourLog Phone = new(tries: true, shared: false);

    public static TheoryData<string> Visitors { get; } = new(Visitor.All.Select(visitor => visitor.Name));

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task Every_page_is_in_order_on_a_phone(string visitor)
    {
        var walked = await TourAsync(visitor);
        output.WriteLine($"{walked.Pages} pages");
        walked.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_is_in_order_in_English_and_in_the_dark()
    {
        var log = new TourLog(tries: false, shared: true);
        var problems = new List<string>();
        foreach (var visitor in Visitor.All)
        {
            var walked = await WalkAsync(visitor, english: true, log);
            output.WriteLine($"{visitor}: {walked.Pages} pages");
            problems.AddRange(walked.Problems.Select(problem => $"{visitor} {problem}"));
        }

        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_page_of_the_product_is_left_out()
    {
        var opened = new HashSet<string>(StringComparer.Ordinal);
        foreach (var visitor in Visitor.All)
        {
            opened.UnionWith((await TourAsync(visitor.Name)).Opened);
        }

        ProductPages.Templates.Where(template => !opened.Contains(template) && !UnopenedPages.Holds(template))
            .ShouldBeEmpty("nobody finds these pages, so nothing looks at them");
        UnopenedPages.Templates.Except(ProductPages.Templates, StringComparer.Ordinal).ShouldBeEmpty("these are no longer there");
    }

    /// <summary>The first who asks sends everybody on the way, as many at a time as the machine has processors.</summary>
    private async Task<Walked> TourAsync(string name)
    {
        var tours = Visitor.All.ToDictionary(
            visitor => visitor.Name,
            visitor => Tours.GetOrAdd(visitor.Name, _ => new Lazy<Task<Walked>>(() => WalkAsync(visitor, english: false, Phone))).Value,
            StringComparer.Ordinal);
        return await tours[name];
    }

    private async Task<Walked> WalkAsync(Visitor visitor, bool english, TourLog log)
    {
        await Places.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await using var person = await host.OpenAsync(visitor.Site, PhoneWidth, english);
            var check = await PageCheck.OnAsync(person.Page, english);
            var tour = new Tour(person, check, log);
            var added = await visitor.SignInAsync(person, tour, english);
            return new Walked(await tour.WalkAsync(visitor.Start.Concat(added)), tour.Opened, tour.Pages);
        }
        finally
        {
            Places.Release();
        }
    }

    private sealed record Walked(IReadOnlyList<string> Problems, IReadOnlySet<string> Opened, int Pages);
}
