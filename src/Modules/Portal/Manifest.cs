using ServicePlatform.Modules;

[assembly: Module("Portal", floor: 7, Dependencies = ["Network", "Crm", "Devices", "Messaging", "Playbooks", "WorkOrders"])]
