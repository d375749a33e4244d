using System.Text.RegularExpressions;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.Playbooks.Steps;

/// <summary>Whether one step is whole in itself. Failures name its property.</summary>
internal static partial class StepChecks
{
    public const int MostPositions = 20;
    public const int MostMinutes = 240;

    public static IReadOnlyList<FieldFailure> Check(StepContent step, bool bothLanguages)
    {
        var failures = new List<FieldFailure>();
        void Fail(string field, string code, params object[] arguments) => failures.Add(new(field, code) { Arguments = arguments });

        if (!CodePattern().IsMatch(step.Code))
        {
            Fail(nameof(step.Code), "playbooks.step-code", step.Code);
        }

        CheckText(step.Title, "Title", Lengths.Name, required: true);
        CheckText(step.Instruction, "Instruction", Lengths.Text, required: false);
        switch (step.Kind)
        {
            case StepKind.Reading:
                CheckReading(step, Fail);
                CheckText(step.Remedy, "Remedy", Lengths.Name, required: false);
                break;
            case StepKind.Flush:
                CheckFlush(step, Fail);
                break;
            case StepKind.FilterChange:
                CheckPosition(step, Fail);
                break;
            case StepKind.Photo:
                CheckText(step.PhotoAngle, "PhotoAngle", Lengths.Name, required: true);
                break;
        }

        return failures;

        void CheckText(LocalText? text, string field, int longest, bool required)
        {
            foreach (var (value, language, other) in new[] { (text?.Zh, "Zh", text?.En), (text?.En, "En", text?.Zh) })
            {
                if (value?.Length > longest)
                {
                    Fail(field + language, "playbooks.text-long", longest);
                }

                // A brand's words are read in both languages; a dealer writes for his own people.
                if (value is null && (bothLanguages ? required || other is not null : required && other is null && language == "Zh"))
                {
                    Fail(field + language, bothLanguages ? "playbooks.text-missing-language" : "playbooks.text-missing");
                }
            }
        }
    }

    private static void CheckReading(StepContent step, Action<string, string, object[]> fail)
    {
        if (step.Reading is not { } kind)
        {
            fail(nameof(step.Reading), "playbooks.reading-missing", []);
            return;
        }

        var range = ReadingRange.Of(kind);
        if (step.Unit != range.Unit)
        {
            fail(nameof(step.Unit), "playbooks.reading-unit", [range.Unit]);
        }

        foreach (var (limit, field) in new[] { (step.Minimum, nameof(step.Minimum)), (step.Maximum, nameof(step.Maximum)) })
        {
            if (limit is { } value && !(value >= range.Lowest && value <= range.Highest))
            {
                fail(field, "playbooks.limit-range", [range.Lowest, range.Highest, range.Unit]);
            }
        }

        if (step.Minimum > step.Maximum)
        {
            fail(nameof(step.Maximum), "playbooks.limits-crossed", []);
        }
    }

    private static void CheckPosition(StepContent step, Action<string, string, object[]> fail)
    {
        if (step.FlushPosition is < 1 or > MostPositions)
        {
            fail(nameof(step.FlushPosition), "playbooks.flush-position", [MostPositions]);
        }
    }

    private static void CheckFlush(StepContent step, Action<string, string, object[]> fail)
    {
        CheckPosition(step, fail);
        if (step.MinimumMinutes is not (>= 1 and <= MostMinutes))
        {
            fail(nameof(step.MinimumMinutes), "playbooks.flush-minutes", [MostMinutes]);
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex CodePattern();
}
