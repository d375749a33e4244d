using ServicePlatform.Modules;

[assembly: Theme("Clear", Tokens = "_content/ServicePlatform.Themes.Clear/tokens.css")]
