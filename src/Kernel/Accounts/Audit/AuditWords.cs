using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data.Audit;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.Audit;

/// <summary>Acts in words: the text <c>Act.{Command}</c> of any module; where there is none, the command's own name, tidied.</summary>
internal sealed partial class AuditWords(ModuleTexts find, ModuleCatalog modules, UseCaseMap useCases, ISiteContext site, IStringLocalizer<Texts> texts)
{
    /// <summary>Acts of whole sites and of jobs, which are no commands.</summary>
    private static readonly string[] SiteActs =
    [
        "Kernel.Sites.CreateSite", "Kernel.Sites.SetUpSite", "Kernel.Sites.StartSite", "Kernel.Sites.StopSite", "Kernel.Sites.DeleteSite",
        "Kernel.Sites.ChangeAddress", "Kernel.Sites.SwitchFeatures", "Kernel.Sites.SaveSettings", "Kernel.Sites.RunRecipe",
        "Kernel.Privacy.RemoveExpired",
    ];

    private static readonly string[] OperatorActs =
    [
        .. new[]
        {
            "AddAdministrator", "BackUpSite", "UploadBackup", "DownloadBackup", "DeleteBackup", "RestoreSite", "ReplaceSite", "MoveSite", "RemoveFormerPlace",
            "AddPlugin", "KeepPlugin", "RemovePlugin", "ReleasePlugin", "WakePlugin",
        }.Select(act => "Kernel.Sites." + act),
    ];

    public string NameOf(string command)
    {
        var name = command[(command.LastIndexOf('.') + 1)..];
        return find.Find("Act." + name) ?? Tidy(name);
    }

    public string WhoOf(AuditLine line) => line.Row.ActorKind switch
    {
        ActorKind.Staff => line.Who ?? texts["Audit.Gone"],
        ActorKind.Customer => texts["Audit.Customer"],
        _ => texts["Audit.Product"],
    };

    /// <summary>Acts of the features that the site has, by their words; what looks at personal data first.</summary>
    public IReadOnlyList<SelectListItem> Acts() =>
    [
        new(texts["Audit.Reveals"], AuditFilter.Reveals),
        .. useCases.All.Where(useCase => IsCommand(useCase.Message) && (useCase.Feature is null || site.IsEnabled(useCase.Feature)))
            .Select(useCase => useCase.Message.FullName!.Replace("ServicePlatform.", "", StringComparison.Ordinal))
            .Concat(SiteActs)
            .Concat(site.IsEnabled("Operator") ? OperatorActs : [])
            .Select(command => new SelectListItem(NameOf(command), command))
            .OrderBy(item => item.Text, StringComparer.CurrentCulture),
    ];

    /// <summary>The module that an act belongs to, by its feature's name.</summary>
    public string AreaOf(AuditRow row)
    {
        var module = row.Command.Split('.')[0];
        return modules.Features.ContainsKey(module) ? find.Find("Feature." + module) ?? module : texts["Audit.Site"];
    }

    private static bool IsCommand(Type message) => message.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(Commands.ICommand<>));

    private static string Tidy(string name)
    {
        var words = Capital().Replace(name, " ${capital}").Trim().ToLowerInvariant();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<capital>[A-Z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Capital();
}
