using System.ComponentModel.DataAnnotations;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Calendars;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Phones;
using ServicePlatform.Recipes;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.Recipes;

/// <summary>How much the site takes; what is left out stays as it is.</summary>
internal sealed record LimitsForm(
    string Name,
    [Range(1, 25)] int? PhotoMegabytes = null,
    [Range(1, 20)] int? CodesPerHour = null,
    [Range(1, 50)] int? CodesPerDay = null,
    [Range(1, 100_000)] int? CodesPerAddressAndDay = null);

/// <summary>By what people know the site; what is left out stays as it is. The logo is a file and no part of a recipe.</summary>
internal sealed record LookForm(string Name, [RegularExpression("^#[0-9a-fA-F]{6}$")] string? Accent = null, [RecipePhone] string? Hotline = null);

/// <summary>Step <c>limits</c>.</summary>
internal sealed class LimitsStep(ISettings settings) : IRecipeStep
{
    public string Name => "limits";

    public Type Form => typeof(LimitsForm);

    public async Task CheckAsync(RecipeStepContext context, IRecipeFindings findings, CancellationToken cancellationToken)
    {
        var limits = Applied(context.Bind<LimitsForm>().Value, await settings.GetAsync<SiteLimits>(cancellationToken));
        if (limits.CodesPerDay < limits.CodesPerHour)
        {
            findings.Add("codesPerDay", "accounts.recipe-codes", limits.CodesPerHour);
        }
    }

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var form = context.Bind<LimitsForm>();
        if (!form.Succeeded)
        {
            return form.Failure;
        }

        await settings.SetAsync(Applied(form.Value, await settings.GetAsync<SiteLimits>(cancellationToken)), cancellationToken);
        return Result.Done;
    }

    private static SiteLimits Applied(LimitsForm form, SiteLimits limits) => new()
    {
        PhotoMegabytes = form.PhotoMegabytes ?? limits.PhotoMegabytes,
        CodesPerHour = form.CodesPerHour ?? limits.CodesPerHour,
        CodesPerDay = form.CodesPerDay ?? limits.CodesPerDay,
        CodesPerAddressAndDay = form.CodesPerAddressAndDay ?? limits.CodesPerAddressAndDay,
    };
}

/// <summary>Step <c>look</c>.</summary>
internal sealed class LookStep(ISettings settings, SiteRegistry registry, ISiteContext site, SiteWrites writes) : IRecipeStep
{
    public string Name => "look";

    public Type Form => typeof(LookForm);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var form = context.Bind<LookForm>();
        if (!form.Succeeded)
        {
            return form.Failure;
        }

        var look = await settings.GetAsync<SiteLook>(cancellationToken);
        await settings.SetAsync(
            look with
            {
                Accent = form.Value.Accent?.ToLowerInvariant() ?? look.Accent,
                Hotline = PhoneNumber.Parse(form.Value.Hotline) is { } hotline ? PhoneNumber.Display(hotline.E164) : look.Hotline,
            },
            cancellationToken);
        writes.AfterCommit(() => registry.Find(site.Id)?.Look.Drop());
        return Result.Done;
    }
}

/// <summary>Calendar, limits and look.</summary>
internal sealed class SettingsExport(ISettings settings) : IRecipeExport
{
    public int Order => 2;

    public async Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken)
    {
        var calendar = await settings.GetAsync<CalendarSettings>(cancellationToken);
        var week = calendar.Week.Select(HoursText.Write).ToList();
        var limits = await settings.GetAsync<SiteLimits>(cancellationToken);
        var look = await settings.GetAsync<SiteLook>(cancellationToken);
        return
        [
            new CalendarForm(
                "calendar", week[0], week[1], week[2], week[3], week[4], week[5], week[6], calendar.PublicHolidays, HoursText.Write(calendar.HolidayHours),
                [.. calendar.OwnDays.Select(days => new OwnDaysRow(days.From, days.Until, days.Name, HoursText.Write(days.Hours)))]),
            new LimitsForm("limits", limits.PhotoMegabytes, limits.CodesPerHour, limits.CodesPerDay, limits.CodesPerAddressAndDay),
            new LookForm("look", look.Accent, look.Hotline),
        ];
    }
}
