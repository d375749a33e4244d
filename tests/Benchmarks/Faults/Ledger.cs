using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>Compares what was acknowledged with what the database holds, read past the product.</summary>
internal sealed class Ledger(string database, string connection)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>What is wrong; empty where each acknowledged write has its one effect, one audit row and one delivery.</summary>
    public async Task<List<string>> DifferencesAsync(NoteWriters writers)
    {
        var wrong = new List<string>();
        var notes = await NotesAsync();
        wrong.AddRange(writers.Acknowledged.Where(pair => !notes.TryGetValue(pair.Key, out var ids) || !ids.Contains(pair.Value)).Select(pair => $"lost: {pair.Key}"));
        wrong.AddRange(notes.Where(pair => pair.Value.Count > 1).Select(pair => $"{pair.Value.Count} times: {pair.Key}"));
        wrong.AddRange(notes.Keys.Where(key => !writers.Acknowledged.ContainsKey(key)).Select(key => $"never acknowledged: {key}"));
        var audits = await CountAsync("SELECT COUNT(*) FROM \"Kernel_Audit\" WHERE \"Command\" = 'SampleModule.Notes.WriteNote'");
        if (audits != notes.Count)
        {
            wrong.Add($"{audits} audit rows for {notes.Count} notes");
        }

        return wrong;
    }

    /// <summary>Waits until the events are delivered; then each note must have one echo.</summary>
    public async Task<string?> EchoesAsync()
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        long notes, echoes, twice;
        do
        {
            await Task.Delay(200);
            notes = await CountAsync("SELECT COUNT(*) FROM \"SampleModule_Notes\"");
            echoes = await CountAsync("SELECT COUNT(*) FROM \"SampleModule_NoteEchoes\"");
            twice = await CountAsync("SELECT COUNT(*) FROM (SELECT \"NoteId\" FROM \"SampleModule_NoteEchoes\" GROUP BY \"NoteId\" HAVING COUNT(*) > 1) AS t");
        }
        while (echoes < notes && since.Elapsed < Patience);
        return echoes == notes && twice == 0 ? null : $"{notes} notes, {echoes} echoes, {twice} with more than one";
    }

    /// <summary>Null where the database finds itself whole.</summary>
    public async Task<string?> IntegrityAsync()
    {
        if (database != "Sqlite")
        {
            return null;
        }

        var said = (string)(await ScalarAsync("PRAGMA integrity_check"))!;
        return said == "ok" ? null : said;
    }

    private async Task<Dictionary<string, List<Guid>>> NotesAsync()
    {
        await using var open = await OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = "SELECT \"Id\", \"Text\" FROM \"SampleModule_Notes\"";
        await using var reader = await command.ExecuteReaderAsync();
        var found = new Dictionary<string, List<Guid>>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            var key = NoteWriters.Key(reader.GetString(1));
            if (!found.TryGetValue(key, out var ids))
            {
                found[key] = ids = [];
            }

            ids.Add(reader.GetGuid(0));
        }

        return found;
    }

    private async Task<long> CountAsync(string sql) => Convert.ToInt64(await ScalarAsync(sql));

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var open = await OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection open = database == "Sqlite" ? new SqliteConnection(connection) : new NpgsqlConnection(connection);
        await open.OpenAsync();
        return open;
    }
}
