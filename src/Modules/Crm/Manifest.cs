using ServicePlatform.Modules;

[assembly: Module("Crm", floor: 2, Dependencies = ["Network"])]
