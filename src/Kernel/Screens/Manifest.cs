using ServicePlatform.Modules;

[assembly: Module("Screens", floor: 0, AlwaysEnabled = true)]
