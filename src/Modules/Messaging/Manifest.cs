using ServicePlatform.Messaging;
using ServicePlatform.Modules;

[assembly: Module("Messaging", floor: 3, Dependencies = ["Network", "Crm"])]
[assembly: Feature(Features.Development, Dependencies = ["Messaging"])]
