using ServicePlatform.Modules;

[assembly: Module("Playbooks", floor: 4, Dependencies = ["Network", "Crm", "Devices"])]
