using ServicePlatform.Modules;

[assembly: Module("Operator", floor: 0, Dependencies = ["Accounts"], OperatorAreaOnly = true)]
