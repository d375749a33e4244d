using System.IO.Compression;
using System.Text;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Plugins;

namespace ServicePlatform.IntegrationTests.Plugins;

/// <summary>A plugin that comes as a zip file is checked before anything of it is written where it counts.</summary>
[Trait("goal", "G12")]
public sealed class PackageTests : IDisposable
{
    private const string Manifest = """{ "id": "Acme", "version": "1.0.0", "assembly": "Acme", "contracts": "0.1" }""";

    private readonly string _data = Directory.CreateTempSubdirectory("plugin-packages-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Root => Path.Combine(_data, "plugins");

    [Fact]
    public async Task A_good_one_waits_for_the_next_start_and_replaces_the_old_one_then()
    {
        var folders = new PluginFolders(_data);
        Write("plugins/Acme/plugin.json", "old");
        Write("plugins/Acme/old.txt", "");

        var added = await AddAsync(("plugin.json", Manifest), ("Acme.dll", "x"), ("wwwroot/a.css", "x"));
        added.ShouldBeNull();
        File.ReadAllText(Path.Combine(Root, "Acme/plugin.json")).ShouldBe("old", "nothing changes while the host runs");
        folders.Settle();

        File.ReadAllText(Path.Combine(Root, "Acme/plugin.json")).ShouldBe(Manifest);
        File.Exists(Path.Combine(Root, "Acme/wwwroot/a.css")).ShouldBeTrue();
        File.Exists(Path.Combine(Root, "Acme/old.txt")).ShouldBeFalse();
        folders.Plugins().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("../evil.txt", "path")]
    [InlineData("a/../../evil.txt", "path")]
    [InlineData("/etc/evil.txt", "path")]
    [InlineData("C:/evil.txt", "path")]
    [InlineData("..\\evil.txt", "path")]
    [InlineData("a/./b.txt", "path")]
    [InlineData("a//b.txt", "path")]
    [InlineData("ACME.dll", "twice")]
    [InlineData("Acme.dll/x.txt", "twice")]
    public async Task Names_that_lead_elsewhere_or_meet_are_refused(string name, string code)
    {
        (await AddAsync(("plugin.json", Manifest), ("Acme.dll", "x"), (name, "evil"))).ShouldBe("kernel.plugin-package-" + code);
        Leftovers().ShouldBeEmpty();
        Directory.GetFiles(Path.GetDirectoryName(_data)!, "evil.txt").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_is_refused()
    {
        using var content = Zip(zip =>
        {
            Entry(zip, "plugin.json", Manifest);
            Entry(zip, "Acme.dll", "/etc/passwd").ExternalAttributes = unchecked((int)0xA1FF0000);
        });

        (await AddAsync(content)).ShouldBe("kernel.plugin-package-link");
    }

    [Fact]
    public async Task A_bomb_is_refused_by_what_its_list_says_and_by_what_comes_out_of_it()
    {
        using var honest = Zip(zip => Entry(zip, "zeros.bin", new string('0', 40 * 1024 * 1024)));
        using var liar = Zip(zip => Entry(zip, "plugin.json", Manifest), zip => Entry(zip, "Acme.dll", new string('0', 110 * 1024 * 1024)));
        var bytes = liar.ToArray();
        Lie(bytes, 110 * 1024 * 1024, 1000);

        (await AddAsync(honest)).ShouldBe("kernel.plugin-package-bomb");
        await AddAsync(new MemoryStream(bytes));
        Leftovers().Sum(file => new FileInfo(file).Length).ShouldBeLessThan(10_000, "no more comes out than the list says");
    }

    [Fact]
    public async Task One_that_is_too_large_is_refused_before_it_is_looked_at()
    {
        using var large = new MemoryStream();
        large.SetLength(PluginPackages.LargestPackage + 1);

        (await AddAsync(large)).ShouldBe("kernel.plugin-package-large");
    }

    [Fact]
    public async Task One_with_too_many_files_is_refused()
    {
        using var content = Zip(zip =>
        {
            for (var file = 0; file < 2001; file++)
            {
                Entry(zip, $"{file}.txt", "");
            }
        });

        (await AddAsync(content)).ShouldBe("kernel.plugin-package-files");
    }

    [Fact]
    public async Task One_with_a_secret_entry_is_refused()
    {
        using var content = Zip(zip => Entry(zip, "plugin.json", Manifest), zip => Entry(zip, "Acme.dll", "x"));
        var bytes = content.ToArray();
        foreach (var signature in new[] { "PK\u0003\u0004", "PK\u0001\u0002" })
        {
            var at = bytes.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(signature));
            bytes[at + (signature[2] == '\u0003' ? 6 : 8)] |= 1;
        }

        (await AddAsync(new MemoryStream(bytes))).ShouldBe("kernel.plugin-package-encrypted");
    }

    [Theory]
    [InlineData(null, "kernel.plugin-package-manifest")]
    [InlineData("{", "kernel.plugin-manifest")]
    [InlineData("""{ "id": "../Acme", "version": "1.0.0", "assembly": "Acme", "contracts": "0.1" }""", "kernel.plugin-manifest")]
    [InlineData("""{ "id": "Acme", "version": "1.0.0", "assembly": "../Acme", "contracts": "0.1" }""", "kernel.plugin-manifest")]
    [InlineData("""{ "id": "Acme", "version": "1.0.0", "assembly": "Acme", "contracts": "0.0" }""", "kernel.plugin-version")]
    [InlineData("""{ "id": "Acme", "version": "1.0.0", "assembly": "Other", "contracts": "0.1" }""", "kernel.plugin-no-assembly")]
    public async Task The_manifest_is_there_and_right(string? manifest, string code)
    {
        (string, string)[] files = [("Acme.dll", "x"), .. manifest is null ? Array.Empty<(string, string)>() : [("plugin.json", manifest)]];

        (await AddAsync(files)).ShouldBe(code);
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_zip_file_is_refused()
    {
        (await AddAsync(new MemoryStream(Encoding.UTF8.GetBytes("hello")))).ShouldBe("kernel.plugin-package-form");
        using var cut = Zip(zip => Entry(zip, "plugin.json", Manifest), zip => Entry(zip, "Acme.dll", "x"));
        (await AddAsync(new MemoryStream(cut.ToArray()[..^30]))).ShouldBe("kernel.plugin-package-form");
    }

    [Fact]
    public void A_start_that_was_killed_in_between_is_finished_by_the_next()
    {
        // Killed between the two moves: the old one is away, the new one has not come yet. Half an unpacked package lies about.
        Write("plugins/.incoming/Acme/plugin.json", Manifest);
        Write("plugins/.waste/Acme-1/plugin.json", "old");
        Write("plugins/.waste/half/plugin.json", "");
        Write("plugins/.state/Gone.remove", "");
        Write("plugins/Gone/plugin.json", "");

        new PluginFolders(_data).Settle();
        new PluginFolders(_data).Settle();

        new PluginFolders(_data).Plugins().Select(Path.GetFileName).ShouldBe(["Acme"]);
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public void One_with_which_the_host_died_is_held_until_it_is_released()
    {
        var folders = new PluginFolders(_data);
        Write("plugins/Acme/plugin.json", Manifest);
        Write("plugins/Acme/Acme.dll", "x");
        folders.SetStarting("Acme");

        Load().Fault!.Code.ShouldBe("kernel.plugin-died");
        Load().Fault!.Code.ShouldBe("kernel.plugin-died", "it stays so");
        folders.Release("Acme");
        Load().Fault!.Code.ShouldBe("kernel.plugin-load", "it was tried again");
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private Plugin Load() => new PluginLoader(new ModuleCatalog([]), new PluginFolders(_data), new PluginOptions(), new ServicePlatform.Data.Sqlite.SqliteProvider()).Load().All.Single();

    private async Task<string?> AddAsync(Stream content)
    {
        var catalog = new ModuleCatalog([]);
        var added = await new PluginPackages(new PluginFolders(_data), new PluginHost([], catalog)).AddAsync(content, Stop);
        return added.Succeeded ? null : added.Failure.Fields.Single().Code;
    }

    private async Task<string?> AddAsync(params (string Name, string Text)[] files)
    {
        using var content = Zip([.. files.Select(file => (Action<ZipArchive>)(zip => Entry(zip, file.Name, file.Text)))]);
        return await AddAsync(content);
    }

    private static MemoryStream Zip(params Action<ZipArchive>[] fill)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in fill)
            {
                part(zip);
            }
        }

        content.Position = 0;
        return content;
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        using var content = entry.Open();
        content.Write(Encoding.UTF8.GetBytes(text));
        return entry;
    }

    /// <summary>Writes another size into the lists of a package.</summary>
    private static void Lie(byte[] zip, int size, int said)
    {
        for (var at = zip.AsSpan().IndexOf(BitConverter.GetBytes(size)); at >= 0; at = zip.AsSpan().IndexOf(BitConverter.GetBytes(size)))
        {
            BitConverter.GetBytes(said).CopyTo(zip, at);
        }
    }

    private List<string> Leftovers() => Directory.Exists(Root) ? [.. Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Where(path => Path.GetRelativePath(Root, path).StartsWith('.'))] : [];

    private void Write(string path, string text)
    {
        var file = Path.Combine(_data, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
