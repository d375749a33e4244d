using ServicePlatform.Modules;

[assembly: Module("Background", floor: 0, AlwaysEnabled = true)]
