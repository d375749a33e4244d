using ServicePlatform.Modules;

[assembly: Module("WorkOrders", floor: 5, Dependencies = ["Network", "Crm", "Devices", "Messaging", "Playbooks"])]
