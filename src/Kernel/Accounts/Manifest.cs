using ServicePlatform.Modules;

[assembly: Module("Accounts", floor: 0, AlwaysEnabled = true)]
