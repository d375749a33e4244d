using ServicePlatform.Commands;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>What is wrong with a recipe, and the names that it makes and uses.</summary>
internal sealed class RecipeFindings
{
    /// <summary>More would help nobody.</summary>
    private const int Most = 200;

    private readonly List<(int Line, FieldFailure Fault)> _faults = [];
    private readonly Dictionary<(string Kind, string Name), (string Path, int Line)> _keys = [];
    private readonly List<(string Kind, string Name, string Path, int Line)> _references = [];

    public int Count => _faults.Count;

    public IEnumerable<string> KindsUsed => _references.Select(reference => reference.Kind).Distinct(StringComparer.Ordinal);

    public void Add(string path, int line, string code, params object[] arguments) =>
        _faults.Add((line, new FieldFailure(path, code) { Arguments = [path, line, .. arguments] }));

    /// <param name="scope">Other parts of the name, which references leave out.</param>
    public void Define(string kind, string name, string scope, string path, int line)
    {
        if (!_keys.TryAdd((kind + "\n" + scope, name), (path, line)))
        {
            Add(path, line, "kernel.recipe-key-twice", name, _keys[(kind + "\n" + scope, name)].Line);
        }

        _keys.TryAdd((kind, name), (path, line));
    }

    public void Use(string kind, string name, string path, int line) => _references.Add((kind, name, path, line));

    /// <summary>Names of a kind that the recipe uses and does not make.</summary>
    public IReadOnlyCollection<string> NeedsOf(string kind) =>
        _references.Where(reference => reference.Kind == kind && !_keys.ContainsKey((kind, reference.Name))).Select(reference => reference.Name).ToHashSet(StringComparer.Ordinal);

    public void Missing(string kind, IReadOnlyCollection<string> names)
    {
        foreach (var reference in _references.Where(reference => reference.Kind == kind && names.Contains(reference.Name, StringComparer.Ordinal)))
        {
            Add(reference.Path, reference.Line, "kernel.recipe-no-" + kind, reference.Name);
        }
    }

    /// <summary>All faults in the order of the file; null where there are none.</summary>
    public Failure? ToFailure() => Count == 0
        ? null
        : new Failure(FailureKind.Invalid, "kernel.recipe-wrong") { Arguments = [_faults.Count], Fields = [.. _faults.OrderBy(fault => fault.Line).Select(fault => fault.Fault).Take(Most)] };

    /// <summary>As one step sees them.</summary>
    public IRecipeFindings At(RecipeDocument document, RecipeStepContext context) => new OfStep(this, document, context);

    private sealed class OfStep(RecipeFindings findings, RecipeDocument document, RecipeStepContext context) : IRecipeFindings
    {
        public void Add(string path, string code, params object[] arguments)
        {
            var whole = path.Length == 0 ? context.Path : $"{context.Path}.{path}";
            findings.Add(whole, document.LineOf(whole), code, arguments);
        }

        public void CheckFile(string file, Type form, string path)
        {
            using var content = context.ReadFile(file);
            if (content is null)
            {
                Add(path, "kernel.recipe-no-file", file);
                return;
            }

            using var memory = new MemoryStream();
            content.CopyTo(memory);
            var read = RecipeDocument.Read(memory.ToArray(), file);
            if (read.Succeeded)
            {
                new FormCheck(RecipeForms.Of(form), read.Value, findings, file + ":", namesCount: false).Check(read.Value.Root, "$");
            }
            else
            {
                Add(path, "kernel.recipe-file-json", file, read.Failure.Fields[0].Arguments[2]);
            }
        }
    }
}
