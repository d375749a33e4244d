using ServicePlatform.Devices.Models;
using ServicePlatform.Search;

namespace ServicePlatform.Devices.Machines;

/// <summary>What a machine is found by: its serial, its model and what is written on it.</summary>
internal sealed class MachineIndex(ISearchIndex search)
{
    public Task SetAsync(Machine machine, Model? model, CancellationToken cancellationToken)
    {
        (SearchField Field, string? Text)[] texts =
        [
            (SearchField.Serial, machine.Serial),
            (SearchField.Name, model?.Name),
            (SearchField.Name, model?.EnglishName),
            (SearchField.Name, model?.Code),
            (SearchField.Name, machine.Maker),
        ];
        var filled = texts.Where(text => !string.IsNullOrEmpty(text.Text)).Select(text => (text.Field, text.Text!)).Distinct().ToList();
        return search.SetAsync(machine.Subject, filled, cancellationToken);
    }
}
