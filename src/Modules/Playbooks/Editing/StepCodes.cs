using System.Text;
using ServicePlatform.Definitions;

namespace ServicePlatform.Playbooks.Editing;

/// <summary>Codes for new steps: stable names that people do not have to think of.</summary>
internal static class StepCodes
{
    private const int Longest = 40;

    /// <summary>From the English title, with the organisation in front, so that a step which a higher layer adds later does not take the code.</summary>
    public static string New(string? englishTitle, DefinitionOwner owner, IReadOnlySet<string> taken)
    {
        var prefix = owner.OrganisationPath?.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        var code = Slug(string.Join(' ', prefix, englishTitle ?? "step"));
        code = code.Length == 0 ? "step" : code;
        var unique = code;
        for (var number = 2; taken.Contains(unique); number++)
        {
            unique = $"{code}-{number}";
        }

        return unique;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == Longest)
            {
                break;
            }
        }

        return slug.ToString().Trim('-');
    }
}
