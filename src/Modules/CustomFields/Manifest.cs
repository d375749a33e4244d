using ServicePlatform.Modules;

[assembly: Module("CustomFields", floor: 1, AlwaysEnabled = true)]
