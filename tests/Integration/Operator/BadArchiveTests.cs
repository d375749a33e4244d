using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Archives;
using ServicePlatform.Archives.Format;
using ServicePlatform.Archives.Work;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>An archive that is not as it was written is refused with a reason, before anything is made of it.</summary>
[Trait("goal", "G11")]
public sealed class BadArchiveTests(TestPlatform platform)
{
    [Fact]
    public async Task A_byte_altered_in_any_part_is_found()
    {
        var (_, path) = await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        List<(string Name, long Length)> parts;
        using (var zip = ZipFile.OpenRead(path))
        {
            parts = [.. zip.Entries.Where(entry => entry.Length > 0).Select(entry => (entry.FullName, entry.Length))];
        }

        parts.Count.ShouldBeGreaterThan(30);
        foreach (var (name, _) in parts)
        {
            var altered = (byte[])bytes.Clone();
            var header = Find(altered, Encoding.UTF8.GetBytes(name)) + Encoding.UTF8.GetByteCount(name);
            altered[header + 1] ^= 0x20;
            var code = await RefusedAsync(altered);
            code.ShouldBeOneOf("operator.archive-altered", "operator.archive-none");
        }
    }

    [Fact]
    public async Task An_archive_cut_short_at_any_point_is_found()
    {
        var (_, path) = await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        foreach (var share in new[] { 0.0, 0.01, 0.3, 0.5, 0.9, 0.99, 0.9999 })
        {
            (await RefusedAsync(bytes[..(int)(bytes.Length * share)])).ShouldBe("operator.archive-none");
        }

        (await RefusedAsync(RandomNumberGenerator.GetBytes(5000))).ShouldBe("operator.archive-none");
        (await RefusedAsync(Encoding.UTF8.GetBytes("no archive"))).ShouldBe("operator.archive-none");
    }

    [Fact]
    public async Task A_newer_archive_is_refused_by_its_version()
    {
        var (_, path) = await MakeAsync();

        (await RefusedAsync(await RemadeAsync(path, manifest => manifest["format"] = 2))).ShouldBe("operator.archive-newer");
        (await RefusedAsync(await RemadeAsync(path, manifest => manifest["migrations"]!.AsArray().Add("20301122_0100_Crm")))).ShouldBe("operator.archive-newer");
    }

    [Theory]
    [InlineData("../escape.txt")]
    [InlineData("files/../../../../escape")]
    [InlineData("/etc/escape")]
    [InlineData("keys\\..\\escape.xml")]
    [InlineData("keys/../escape.xml")]
    [InlineData("tables/Kernel_Users.jsonl")]
    [InlineData("tables/Another.jsonl")]
    [InlineData("C:/escape")]
    public async Task A_part_that_belongs_to_none_is_refused(string name)
    {
        var (_, path) = await MakeAsync();

        (await RefusedAsync(await RemadeAsync(path, _ => { }, zip => Add(zip, name, "x")))).ShouldBe("operator.archive-part");
    }

    [Fact]
    public async Task A_part_that_is_missing_and_one_that_unpacks_to_too_much_are_refused()
    {
        var (_, path) = await MakeAsync();
        (await RefusedAsync(await RemadeAsync(path, _ => { }, zip => zip.GetEntry("tables/Kernel_Users.jsonl")!.Delete()))).ShouldBe("operator.archive-cut");

        var bomb = new string(' ', 50 * 1024 * 1024);
        var bytes = Encoding.UTF8.GetBytes(bomb);
        var made = await RemadeAsync(
            path,
            manifest =>
            {
                var part = manifest["tables"]!.AsArray().Single(table => (string)table!["name"]! == "Kernel_Users")!["part"]!;
                part["bytes"] = bytes.Length;
                part["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            },
            zip =>
            {
                zip.GetEntry("tables/Kernel_Users.jsonl")!.Delete();
                Add(zip, "tables/Kernel_Users.jsonl", bomb);
            });
        (await RefusedAsync(made)).ShouldBe("operator.archive-bomb");
    }

    /// <summary>Somebody who can make hashes can make an archive; what he cannot do is get out of the folder, or in with rows that do not agree.</summary>
    [Theory]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("[\"00000000-0000-0000-0000-000000000001\"]")]
    [InlineData("{\"a\":1}")]
    public async Task Rows_that_are_none_leave_nothing_behind(string line)
    {
        var (scene, path) = await MakeAsync();
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        var made = await RemadeAsync(
            path,
            manifest =>
            {
                var table = manifest["tables"]!.AsArray().Single(table => (string)table!["name"]! == "Kernel_Roles")!;
                (table["part"]!["bytes"], table["part"]!["sha256"]) = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            },
            zip =>
            {
                zip.GetEntry("tables/Kernel_Roles.jsonl")!.Delete();
                Add(zip, "tables/Kernel_Roles.jsonl", line + "\n");
            });

        (await RefusedAsync(made)).ShouldBe("operator.archive-altered");
        (await scene.TablesAsync(scene.Site.Id)).ShouldNotBeEmpty();
    }

    private async Task<(ArchiveScene Scene, string Path)> MakeAsync()
    {
        var scene = await ArchiveScene.MakeAsync(platform, "Sqlite");
        return (scene, await scene.WriteAsync());
    }

    /// <summary>Tries to restore it; nothing may be there afterwards.</summary>
    private async Task<string> RefusedAsync(byte[] bytes)
    {
        var id = "x" + Guid.NewGuid().ToString("N")[..12];
        var folder = platform.Services.GetRequiredService<SiteRegistry>().FolderOf(id);
        var exception = await Should.ThrowAsync<ArchiveException>(async () =>
        {
            using var archive = ArchiveReader.Open(new MemoryStream(bytes));
            await platform.Services.GetRequiredService<SiteRestorer>().RestoreAsync(archive, new SitePlace("Sqlite", "", id), ArchiveScene.Nobody, Stop);
        });
        Directory.Exists(folder).ShouldBeFalse();
        Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetDirectoryName(folder))!, "*escape*", SearchOption.AllDirectories).ShouldBeEmpty();
        return exception.Failure.Code;
    }

    /// <summary>The same archive with another manifest that agrees with its hash.</summary>
    internal static async Task<byte[]> RemadeAsync(string path, Action<JsonNode> change, Action<ZipArchive>? also = null)
    {
        var content = new MemoryStream();
        await using (var file = File.OpenRead(path))
        {
            await file.CopyToAsync(content, Stop);
        }

        using (var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            JsonNode manifest;
            await using (var part = zip.GetEntry("manifest.json")!.Open())
            {
                manifest = (await JsonNode.ParseAsync(part, cancellationToken: Stop))!;
            }

            change(manifest);
            zip.GetEntry("manifest.json")!.Delete();
            zip.GetEntry("manifest.sha256")!.Delete();
            var text = manifest.ToJsonString();
            Add(zip, "manifest.json", text);
            Add(zip, "manifest.sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
            also?.Invoke(zip);
        }

        return content.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static int Find(byte[] content, byte[] name) => content.AsSpan().IndexOf(name);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
