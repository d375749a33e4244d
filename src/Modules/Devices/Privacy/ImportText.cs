using System.Text;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Files;

namespace ServicePlatform.Devices.Privacy;

/// <summary>Whether a table that was brought names somebody.</summary>
internal sealed class ImportText(IFileStore files)
{
    /// <param name="fileId">A table that is gone names nobody.</param>
    /// <param name="words">By what he would be found.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<bool> NamesAsync(Guid fileId, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        await using var content = await files.OpenAsync(fileId, cancellationToken);
        if (content is null)
        {
            return false;
        }

        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancellationToken);
        var table = TableFile.Read(memory.ToArray());
        var text = table.Succeeded ? string.Join('\n', table.Value.Rows.SelectMany(row => row.Cells)) : Encoding.UTF8.GetString(memory.ToArray());
        return words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
