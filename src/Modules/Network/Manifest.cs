using ServicePlatform.Modules;

[assembly: Module("Network", floor: 1, Dependencies = [])]
