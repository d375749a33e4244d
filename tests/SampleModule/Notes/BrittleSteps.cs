using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Recipes;

namespace ServicePlatform.SampleModule.Notes;

/// <summary>Writes a note that can be written once only.</summary>
internal sealed class NoteStep(ISiteDb db) : IRecipeStep
{
    public string Name => "sample-note";

    public Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        db.Set<Note>().Add(new Note { HolderPath = "/hq/", Number = "NT-ONCE", Text = "set up" });
        return Task.FromResult(Result.Done);
    }
}

/// <summary>Breaks off until it is mended.</summary>
public sealed class BrittleStep : IRecipeStep
{
    public static bool Mended { get; set; }

    public string Name => "sample-brittle";

    public Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken) =>
        Mended ? Task.FromResult(Result.Done) : throw new InvalidOperationException("the step broke off");
}
