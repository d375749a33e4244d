using ServicePlatform.Crm.Contracts;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Demo.Planning;

/// <summary>Gives every customer a machine of his brand, and some of them a second one.</summary>
internal sealed class MachinePlanner(Scene scene)
{
    private const int Orphans = 2;

    private static readonly SaleChannel[] Elsewhere = [SaleChannel.Online, SaleChannel.Online, SaleChannel.Shop, SaleChannel.Telephone, SaleChannel.Project];

    private int _made;

    public List<MachinePlan> Plan(IReadOnlyList<CustomerPlan> customers)
    {
        var machines = customers.Select(customer => Make(customer, isSecond: false)).ToList();
        var further = customers.Where(customer => customer.Kind == CustomerKind.Organisation)
            .Concat(scene.Dice.Shuffle(customers.Where(customer => customer.Kind == CustomerKind.Person)))
            .Take(scene.Input.Machines - machines.Count).ToList();
        var withOrphans = further.Count > 3 * Orphans ? Orphans : 0;
        machines.AddRange(further.SkipLast(withOrphans).Select(customer => Make(customer, isSecond: true)));
        machines.AddRange(further.TakeLast(withOrphans).Select(Orphan));
        return machines;
    }

    private MachinePlan Make(CustomerPlan customer, bool isSecond)
    {
        var model = Model(customer, isSecond);
        var isSoldHere = scene.Dice.Chance(45);
        return new MachinePlan
        {
            Customer = customer,
            Model = model,
            Number = 1000 + (++_made * 37),
            Channel = isSoldHere ? SaleChannel.Dealer : scene.Dice.Pick(Elsewhere),
            Seller = isSoldHere ? customer.Outlets[0] : null,
            LitresPerDay = model.Type == "commercial" ? scene.Dice.Between(4, 9) * 10 : null,
        };
    }

    /// <summary>A machine of an unknown brand, of which no sale is known.</summary>
    private MachinePlan Orphan(CustomerPlan customer, int number) => new()
    {
        Customer = customer,
        Maker = scene.Material.Phrases.OtherMakers[number % scene.Material.Phrases.OtherMakers.Count],
    };

    private ModelRow Model(CustomerPlan customer, bool isSecond)
    {
        var all = scene.Material.Catalogue.Principals.First(row => row.Code == customer.Principal).Models;
        var fitting = customer.Kind == CustomerKind.Organisation
            ? [.. all.Where(model => model.Type == "commercial")]
            : Household(all, isSecond);
        return scene.Dice.Pick(fitting);
    }

    /// <summary>Mostly reverse osmosis; a pre-filter for the whole house, or what hardly ever fails, comes second.</summary>
    private List<ModelRow> Household(IReadOnlyList<ModelRow> all, bool isSecond)
    {
        var osmosis = all.Where(model => model.Type == "reverse-osmosis").ToList();
        var others = all.Where(model => model.Type is not ("reverse-osmosis" or "commercial")).ToList();
        return isSecond && others.Count > 0 ? others : [.. osmosis, .. osmosis, .. osmosis, .. others.Where(model => model.Type != "whole-house" && MayFail(model))];
    }

    private bool MayFail(ModelRow model) => scene.Material.Faults.Any(fault => fault.JobType == "repair" && fault.Fits(model));
}
