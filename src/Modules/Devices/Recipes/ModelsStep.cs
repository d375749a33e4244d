using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Models;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Recipes;

namespace ServicePlatform.Devices.Recipes;

/// <summary>Models with their filter positions, by principal and code. The position of a filter is its place in the list unless it says so.</summary>
internal sealed class ModelsStep(ISender sender, IPrincipalReader principals) : IRecipeStep
{
    public string Name => "models";

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<Step>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        var known = (await principals.ListAsync(cancellationToken)).ToDictionary(principal => principal.Code, StringComparer.Ordinal);
        for (var place = 0; place < step.Value.Models.Count; place++)
        {
            var model = step.Value.Models[place];
            if (!known.TryGetValue(model.Principal, out var principal))
            {
                return context.Failed(model.Principal, $"models[{place}].principal");
            }

            var saved = await sender.SendAsync(model.ToCommand(principal.Id), cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Failure.At(context, $"models[{place}]");
            }
        }

        return Result.Done;
    }

    private sealed record Step(string Name, IReadOnlyList<ModelEntry> Models);

    private sealed record ModelEntry(
        string Principal,
        string Code,
        string Name,
        string Category,
        string? EnglishName = null,
        double? PressureMinimum = null,
        double? PressureMaximum = null,
        double? VoltageMinimum = null,
        double? VoltageMaximum = null,
        int YieldPercent = Model.DefaultYieldPercent,
        bool IsActive = true)
    {
        public IReadOnlyList<FilterEntry> Filters { get; init; } = [];

        public SaveModel ToCommand(Guid principalId) =>
            new(principalId, Code, Name, EnglishName, Category, PressureMinimum, PressureMaximum, VoltageMinimum, VoltageMaximum, YieldPercent, IsActive, [.. Filters.Select((filter, place) => filter.ToInput(place + 1))]);
    }

    private sealed record FilterEntry(
        string PartCode,
        string Name,
        FilterKind Kind,
        int LifeDays,
        int? Position = null,
        string? EnglishName = null,
        int? LifeLitres = null,
        bool CountsFeedWater = false,
        int FlushMinutes = 5)
    {
        public ModelFilterInput ToInput(int place) => new(Position ?? place, PartCode, Name, EnglishName, Kind, LifeDays, LifeLitres, CountsFeedWater, FlushMinutes);
    }
}
