using ServicePlatform.Modules;

[assembly: Module("Devices", floor: 3, Dependencies = ["Network", "Crm"])]
