using ServicePlatform.Fields;
using ServicePlatform.Recipes;

namespace ServicePlatform.CustomFields.Recipes;

/// <summary>Kinds of thing that can have fields in this site.</summary>
internal sealed class FieldSubjectNames(IEnumerable<ICustomFieldSubject> subjects) : IRecipeNames
{
    public const string Name = "field-subject";

    public string Kind => Name;

    public Task<IReadOnlyCollection<string>> UnknownAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<string>>([.. names.Except(subjects.Select(subject => subject.Kind), StringComparer.Ordinal)]);
}
