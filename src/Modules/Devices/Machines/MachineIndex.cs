using ServicePlatform.Data;
using ServicePlatform.Devices.Models;
using ServicePlatform.Fields;
using ServicePlatform.Search;

namespace ServicePlatform.Devices.Machines;

/// <summary>
/// What machines are found by: a machine by its serial and by what is written on it, a model by its names. Machines of a found
/// model are found through it, so that a name that a hundred thousand machines share is kept once.
/// </summary>
internal sealed class MachineIndex(ISearchIndex search, ICustomFields fields)
{
    public const string ModelKind = "model";

    public async Task SetAsync(Machine machine, CancellationToken cancellationToken) =>
        await search.SetAsync(machine.Subject, await TextsOfAsync(machine, cancellationToken), cancellationToken);

    /// <summary>A machine that is being registered.</summary>
    public async Task AddAsync(Machine machine, CancellationToken cancellationToken) =>
        await search.AddAsync(machine.Subject, await TextsOfAsync(machine, cancellationToken), cancellationToken);

    public Task SetAsync(Model model, CancellationToken cancellationToken) =>
        search.SetAsync(
            new Subject(ModelKind, model.Id),
            Filled((SearchField.Name, model.Name), (SearchField.Name, model.EnglishName), (SearchField.Serial, model.Code)),
            cancellationToken);

    /// <summary>Machines that the actor may see, and models regardless of scope, best first.</summary>
    public async Task<FoundMachines> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var typed = SerialNumber.Parse(text) ?? text.Trim();
        var machines = await search.FindAsync(Machine.Kind, typed, limit, cancellationToken);
        var models = await search.FindAsync(ModelKind, typed, limit, cancellationToken);
        return new FoundMachines(machines, models);
    }

    private async Task<List<(SearchField Field, string Text)>> TextsOfAsync(Machine machine, CancellationToken cancellationToken) =>
        [.. Filled((SearchField.Serial, machine.Serial), (SearchField.Name, machine.Maker)), .. await fields.SearchTextsAsync(machine.Subject, cancellationToken)];

    private static List<(SearchField Field, string Text)> Filled(params (SearchField Field, string? Text)[] texts) =>
        [.. texts.Where(text => !string.IsNullOrEmpty(text.Text)).Select(text => (text.Field, text.Text!)).Distinct()];
}

/// <param name="Machines">Found themselves.</param>
/// <param name="Models">Models whose machines are meant.</param>
internal sealed record FoundMachines(IReadOnlyList<Guid> Machines, IReadOnlyList<Guid> Models)
{
    public IQueryable<Machine> In(IQueryable<Machine> machines) =>
        Models.Count == 0 ? machines.Where(machine => Machines.Contains(machine.Id))
        : machines.Where(machine => Machines.Contains(machine.Id) || (machine.ModelId != null && Models.Contains(machine.ModelId.Value)));
}
