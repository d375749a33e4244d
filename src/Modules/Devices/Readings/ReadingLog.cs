using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Sites;

namespace ServicePlatform.Devices.Readings;

/// <summary>Adds readings to a machine's log.</summary>
internal sealed class ReadingLog(ISiteDb db, IClock clock)
{
    /// <summary>What the same visit has already said at the same time is not added again.</summary>
    public async Task AddAsync(Machine machine, Guid? visitId, DateTime at, IReadOnlyList<ReadingInput> inputs, bool isBaseline, CancellationToken cancellationToken)
    {
        var known = visitId is null
            ? []
            : await db.List<Reading>().Where(reading => reading.MachineId == machine.Id && reading.VisitId == visitId && reading.At == at).ToListAsync(cancellationToken);
        db.Set<Reading>().AddRange(inputs
            .Where(input => !known.Exists(reading => reading.Kind == input.Kind && reading.Value.Equals(input.Value) && reading.IsBaseline == isBaseline))
            .Select(input => new Reading
            {
                MachineId = machine.Id,
                Kind = input.Kind,
                Value = input.Value,
                At = at,
                RecordedAt = clock.UtcNow,
                VisitId = visitId,
                IsBaseline = isBaseline,
            }));
    }
}

internal static class ReadingRules
{
    private const int MostReadings = 100;

    /// <summary>Readings of known kinds with plausible values.</summary>
    public static void Readings<T>(this IRuleBuilder<T, IReadOnlyList<ReadingInput>> rule, IStringLocalizer<Texts> texts)
    {
        rule.NotNull().Must(list => list is null || list.Count <= MostReadings).WithMessage(_ => texts["Invalid.TooMany", MostReadings]);
        rule.Must(list => list is null || list.All(reading => Enum.IsDefined(reading.Kind) && Units.IsPlausible(reading)))
            .WithMessage((_, list) => Words(list, texts));
    }

    private static string Words(IReadOnlyList<ReadingInput> list, IStringLocalizer<Texts> texts)
    {
        var wrong = list.First(reading => !Enum.IsDefined(reading.Kind) || !Units.IsPlausible(reading));
        var (minimum, maximum) = Units.Plausible(wrong.Kind);
        return texts["Invalid.Reading", texts["ReadingKind." + wrong.Kind].Value, minimum, maximum, Units.Of(wrong.Kind)];
    }
}
