using System.Globalization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Fields;

namespace ServicePlatform.Demo.Planning;

/// <summary>What stands in the fields that the site has added to its customers, machines and jobs.</summary>
internal sealed class OwnFields(Scene scene)
{
    // Draws of its own: the rest of the history does not depend on what fields there are.
    private readonly Dice _dice = new(scene.Input.Seed + 1);

    public CustomFieldInput? Of(CustomerPlan customer) => Filled("customer", customer.Principal, code => code switch
    {
        "dwelling" => Dwelling(customer.Place.Kind),
        "water_works" => WaterWorks(customer.Place),
        "lift" => customer.Place.Floors > 6 ? CustomField.Yes : CustomField.No,
        _ => null,
    });

    public CustomFieldInput? Of(MachinePlan machine) => Filled("machine", machine.Customer.Principal, code => code switch
    {
        "warranty_card" when machine.Model is not null => string.Create(CultureInfo.InvariantCulture, $"BX{machine.RegisteredAt:yy}{machine.Number:000000}"),
        "fitted_at" => FittedAt(machine),
        "cabinet_width" when machine.Customer.Kind == CustomerKind.Person => string.Create(CultureInfo.InvariantCulture, $"{40 + (5 * _dice.Between(0, 10))}"),
        _ => null,
    });

    public CustomFieldInput? Of(JobPlan job) => Filled("order", job.Customer.Principal, code => (code, job.Fault.JobType) switch
    {
        ("technicians", "install" or "relocation") => "2",
        ("technicians", _) => _dice.Chance(85) ? "1" : "2",
        ("campaign", "filter-change") => "autumn",
        ("campaign", "install") => "trade_in",
        ("campaign", "water-test") => "test",
        _ => null,
    });

    /// <summary>Null where nothing is known.</summary>
    private CustomFieldInput? Filled(string kind, string principal, Func<string, string?> tell)
    {
        var values = scene.Material.Fields
            .Where(field => field.Of == kind && (field.Principal ?? principal) == principal && _dice.Chance(field.Filled))
            .Select(field => (field.Code, Value: tell(field.Code)))
            .Where(field => field.Value is not null)
            .ToDictionary(field => field.Code, field => field.Value, StringComparer.Ordinal);
        return values.Count == 0 ? null : CustomFieldInput.Some(values);
    }

    private string Dwelling(string placeKind) => placeKind switch
    {
        "villas" => "villa",
        "office" or "school" => placeKind,
        _ => _dice.Chance(15) ? "rented" : "flat",
    };

    private string? WaterWorks(Place place) =>
        place.Water.All(water => water.Source != "well") && scene.Material.Places.WaterWorks.TryGetValue(place.Division, out var name) ? scene.Say(name) : null;

    private string FittedAt(MachinePlan machine) =>
        machine.Customer.Kind == CustomerKind.Organisation ? "pantry"
        : machine.Model?.Type == "whole-house" ? "plant"
        : _dice.Chance(88) ? "sink" : "balcony";
}
