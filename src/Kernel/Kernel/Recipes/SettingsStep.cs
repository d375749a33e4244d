using System.ComponentModel.DataAnnotations;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>Step <c>settings</c>: what the site is called, its language, zone and theme. What is left out stays as it is.</summary>
internal sealed class SettingsStep : ISitePlanStep
{
    public string Name => "settings";

    public Type Form => typeof(SettingsForm);

    public void Plan(RecipeStepContext context, SitePlan plan, IRecipeFindings findings)
    {
        if (context.Bind<SettingsForm>() is not { Succeeded: true, Value: var form })
        {
            return;
        }

        plan.Name = form.SiteName?.Trim() ?? plan.Name;

        // A wrong one has been found already; the later steps are checked without it.
        plan.Culture = form.Culture is { } culture && SiteChecks.CultureFailure(culture) is null ? culture : plan.Culture;
        plan.TimeZone = form.TimeZone is { } zone && SiteChecks.TimeZoneFailure(zone) is null ? zone : plan.TimeZone;
        plan.Theme = form.Theme ?? plan.Theme;
    }

    public Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken) => Task.FromResult(Result.Done);
}

/// <param name="Name">Of the step.</param>
/// <param name="SiteName">What the site is called.</param>
/// <param name="Culture">Culture name: <c>zh-CN</c>.</param>
/// <param name="TimeZone">IANA zone: <c>Asia/Shanghai</c>.</param>
/// <param name="Theme">Id of an installed theme.</param>
internal sealed record SettingsForm(
    string Name,
    [MinLength(1), MaxLength(Lengths.Name)] string? SiteName = null,
    [RecipeRef("culture")] string? Culture = null,
    [RecipeRef("time-zone")] string? TimeZone = null,
    [RecipeRef("theme")] string? Theme = null);
