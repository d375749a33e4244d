using ServicePlatform.Crm.Contracts;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Geography;

namespace ServicePlatform.Demo.Planning;

/// <summary>Gives people and companies an address that somebody serves, and a brand.</summary>
internal sealed class CustomerPlanner(Scene scene)
{
    private const int LevelsEvery = 7;
    private const double MetresOfLatitude = 111_000;
    private const double MetresOfLongitude = 85_000;

    public List<CustomerPlan> Plan()
    {
        var people = scene.Material.People.Customers.Skip(scene.Input.FirstPerson).Take(scene.Input.Customers - scene.Input.Companies).ToList();
        var places = Places(people.Count);
        var customers = people.Select((person, at) => Person(person, places[at], at)).ToList();
        customers.AddRange(scene.Material.Phrases.Companies.Take(scene.Input.Companies).Select((company, at) => Company(company, at)));
        return customers;
    }

    /// <summary>Every compound once, then those of the busiest outlet again.</summary>
    private List<Place> Places(int count)
    {
        var served = scene.Dice.Shuffle(scene.Material.Places.Compounds.Where(place => Served(place).Count > 0));
        var busiest = scene.Roster.Outlets.MaxBy(outlet => outlet.Technicians.Count)!;
        var favourites = served.Where(place => Served(place).Exists(principal => scene.Roster.OutletsFor(principal, place)[0] == busiest)).ToList();
        var places = favourites.Concat(served.Except(favourites)).ToList();
        for (var at = 0; places.Count < count; at++)
        {
            places.Add(favourites[at % favourites.Count]);
        }

        return places.Take(count).ToList();
    }

    private List<string> Served(Place place) =>
        [.. scene.Material.Catalogue.Principals.Select(row => row.Code).Where(code => scene.Roster.OutletsFor(code, place).Count > 0)];

    private CustomerPlan Person(Person person, Place place, int number)
    {
        var dice = scene.Dice;
        var principal = Principal(place, number);
        var phones = new List<string> { person.Phone };
        if (Child(person) is { } child)
        {
            // A number can belong to several people: the grown-up child is called as well.
            phones.Add(child.Phone);
        }
        else if (number % 9 == 4)
        {
            phones.Add($"138 0000 {2000 + number}");
        }

        return new CustomerPlan
        {
            Name = person.Name(scene.Culture),
            Kind = CustomerKind.Person,
            Gender = person.Gender,
            Phones = phones,
            Place = place,
            Street = Street(place),
            Detail = Detail(place),
            Position = number % 20 == 13 ? null : Near(place),
            Principal = principal,
            Outlets = scene.Roster.OutletsFor(principal, place),
            IsElderly = person.Elderly,
            Level = number % LevelsEvery == 3 ? MemberLevels.All[1 + (number / LevelsEvery % 3)] : MemberLevels.Standard,
            Channel = person.Elderly ? ContactChannel.Phone : dice.Pick(Enum.GetValues<ContactChannel>()),
            Note = number % 8 == 2 ? scene.Say(dice.Pick(scene.Material.Phrases.CustomerNotes)) : null,
            HouseholdSize = person.Elderly ? dice.Between(1, 2) : dice.Between(2, 5),
        };
    }

    /// <summary>For the first of the elderly who has one among the customers: a younger one of the same family name.</summary>
    private Person? Child(Person person)
    {
        var people = scene.Material.People.Customers.Skip(scene.Input.FirstPerson).Take(scene.Input.Customers - scene.Input.Companies).ToList();
        Person? Of(Person parent) => people.Skip(1).FirstOrDefault(other => !other.Elderly && other.Surname == parent.Surname && other != parent);
        return people.FirstOrDefault(parent => parent.Elderly && Of(parent) is not null) == person ? Of(person) : null;
    }

    private CustomerPlan Company(Company company, int number)
    {
        var place = scene.Material.Places.Offices.First(office => office.Code == company.Place);
        var principal = Principal(place, number);
        return new CustomerPlan
        {
            Name = scene.Say(company.Name),
            Kind = CustomerKind.Organisation,
            Phones = [company.Phone],
            Place = place,
            Street = Street(place),
            Detail = scene.Say(company.Detail),
            Position = Near(place),
            Principal = principal,
            Outlets = scene.Roster.OutletsFor(principal, place),
            Channel = ContactChannel.Phone,
        };
    }

    /// <summary>The brand whose own outlet is nearest; now and then another one, which somebody farther away serves.</summary>
    private string Principal(Place place, int number)
    {
        var served = Served(place);
        var near = served.Where(code => scene.Roster.OutletsFor(code, place).Count == served.Max(other => scene.Roster.OutletsFor(other, place).Count)).ToList();
        return number % 7 == 5 ? served[^1] : near[number % near.Count];
    }

    private string Street(Place place) => scene.Say(scene.Material.Phrases.Street)
        .Replace("{street}", scene.Say(place.Street), StringComparison.Ordinal)
        .Replace("{number}", $"{scene.Dice.Between(place.Numbers[0], place.Numbers[1])}", StringComparison.Ordinal);

    private string Detail(Place place)
    {
        var phrases = scene.Material.Phrases;
        var room = (scene.Dice.Between(1, place.Floors) * 100) + scene.Dice.Between(1, 4);
        return scene.Say(place.Kind == "villas" ? phrases.Villa : phrases.Flat)
            .Replace("{building}", $"{scene.Dice.Between(1, place.Buildings)}", StringComparison.Ordinal)
            .Replace("{unit}", $"{scene.Dice.Between(1, place.UnitsPerBuilding)}", StringComparison.Ordinal)
            .Replace("{room}", $"{room}", StringComparison.Ordinal);
    }

    private GeoPoint Near(Place place) => new(
        Math.Round(place.Latitude + (scene.Dice.Between(-120.0, 120.0) / MetresOfLatitude), 6),
        Math.Round(place.Longitude + (scene.Dice.Between(-120.0, 120.0) / MetresOfLongitude), 6),
        Datum.Gcj02);
}
