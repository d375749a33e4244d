using ServicePlatform.Data.Tasks;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Tasks;

namespace ServicePlatform.Background.Tasks;

/// <summary>A long task in words.</summary>
internal sealed class TaskWords(ModuleTexts texts)
{
    public string NameOf(LongTaskRow task) => texts.Find("Task." + task.Kind, task.Subject) ?? task.Subject;

    public static string ToneOf(LongTaskPhase phase) => phase switch
    {
        LongTaskPhase.Succeeded => "good",
        LongTaskPhase.Failed => "bad",
        LongTaskPhase.Cancelled => "warn",
        _ => "info",
    };
}
