using ServicePlatform.Modules;

[assembly: Module("SampleModule", floor: 1)]
[assembly: Feature("SampleModule.Poison")]
