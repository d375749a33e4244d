using ServicePlatform.Modules;

[assembly: Theme("Sample", Parent = "Clear", Tokens = "_content/ServicePlatform.SampleTheme/tokens.css")]
