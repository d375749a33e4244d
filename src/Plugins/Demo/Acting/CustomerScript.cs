using ServicePlatform.Crm.Contracts;
using ServicePlatform.Demo.Planning;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Fields;
using ServicePlatform.Sites;

namespace ServicePlatform.Demo.Acting;

/// <summary>Customers and their machines come into the books, at head office or at the outlet that sold the first machine.</summary>
internal sealed class CustomerScript(Scene scene, Script script, OwnFields fields)
{
    public void Write(IReadOnlyList<CustomerPlan> customers, IReadOnlyList<MachinePlan> machines)
    {
        var owned = machines.ToLookup(machine => machine.Customer);
        foreach (var (customer, number) in customers.Select((customer, number) => (customer, number)))
        {
            var first = owned[customer].MinBy(machine => machine.RegisteredAt)!;
            var agent = scene.Material.Accounts.UserNames("agent")[number % scene.Material.Accounts.UserNames("agent").Count];
            var clerk = first.Seller?.UserName ?? agent;
            Customer(customer, clerk, first.RegisteredAt - scene.Dice.Minutes(3, 9));
            foreach (var machine in owned[customer])
            {
                Machine(machine, machine == first ? clerk : agent);
            }
        }
    }

    private void Customer(CustomerPlan customer, string clerk, DateTime at)
    {
        var own = fields.Of(customer);
        script.Add(at, stage => CustomerAsync(stage, customer, own, clerk, at));
    }

    private async Task CustomerAsync(Stage stage, CustomerPlan customer, CustomFieldInput? own, string clerk, DateTime at)
    {
        var address = new AddressInput(null, customer.Place.Township, scene.Say(customer.Place.Name), customer.Street, customer.Detail, customer.Position);
        var command = new SaveCustomer(
            null, scene.Roster.Principals[customer.Principal], customer.Kind, customer.Name, customer.Gender,
            [.. customer.Phones.Select(phone => new PhoneInput(phone))], [address],
            customer.Level, customer.IsElderly, customer.Channel, customer.Note, customer.HouseholdSize, CustomFields: own);
        customer.Id = await stage.DoAsync(command, new PastActor.Staff(clerk), at);
        customer.AddressId = await stage.AddressOfAsync(customer.Id, at);
    }

    private void Machine(MachinePlan machine, string clerk)
    {
        var own = fields.Of(machine);
        script.Add(machine.RegisteredAt, stage => MachineAsync(stage, machine, own, clerk));
    }

    private async Task MachineAsync(Stage stage, MachinePlan machine, CustomFieldInput? own, string clerk)
    {
        var command = new RegisterMachine(
            scene.Roster.Principals[machine.Customer.Principal], machine.Customer.Id, machine.Customer.AddressId,
            machine.Model?.Code, machine.Model is null ? scene.Material.Catalogue.Principals[0].Models[0].Category : null, machine.Serial,
            machine.SoldOn, machine.HasInstallJob ? null : machine.InstalledOn, machine.Seller?.Path, machine.LitresPerDay, machine.Channel, machine.Maker, CustomFields: own);
        machine.Id = await stage.DoAsync(command, new PastActor.Staff(clerk), machine.RegisteredAt);
    }
}
