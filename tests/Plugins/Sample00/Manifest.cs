using ServicePlatform.Modules;

[assembly: Module("Sample00", floor: 100, Version = "1.0.0", Dependencies = ["SampleModule"])]
