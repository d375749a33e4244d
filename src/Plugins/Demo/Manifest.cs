using ServicePlatform.Modules;

[assembly: Module("Demo", floor: 100, Dependencies = ["Network", "Crm", "Devices", "Messaging", "Playbooks", "WorkOrders"])]
