using ServicePlatform.Modules;

[assembly: Module("Messaging", floor: 3, Dependencies = ["Network", "Crm"])]
