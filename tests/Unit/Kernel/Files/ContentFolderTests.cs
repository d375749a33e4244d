using System.Security.Cryptography;
using ServicePlatform.Data.Files;

namespace ServicePlatform.UnitTests.Kernel.Files;

public sealed class ContentFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("files-").FullName;

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stores_a_content_once_under_its_hash()
    {
        var folder = new ContentFolder(new FileRoot(Path.Combine(_root, "deep", "files")));
        var bytes = RandomNumberGenerator.GetBytes(100_000);
        var sha256 = await folder.StoreAsync(bytes, Cancellation);
        var path = Path.Combine(_root, "deep", "files", sha256[..2], sha256[2..4], sha256);
        var written = File.GetLastWriteTimeUtc(path);

        (await folder.StoreAsync(bytes, Cancellation)).ShouldBe(sha256);

        sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        File.GetLastWriteTimeUtc(path).ShouldBe(written);
        Directory.GetFiles(_root, "*", SearchOption.AllDirectories).ShouldBe([path]);
        await using var stream = folder.Open(sha256).ShouldNotBeNull();
        stream.Length.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task Replaces_a_content_that_is_not_whole()
    {
        var folder = new ContentFolder(new FileRoot(_root));
        var sha256 = await folder.StoreAsync(new byte[] { 1, 2, 3 }, Cancellation);
        await File.WriteAllBytesAsync(folder.PathOf(sha256), [1], Cancellation);
        await folder.StoreAsync(new byte[] { 1, 2, 3 }, Cancellation);
        (await File.ReadAllBytesAsync(folder.PathOf(sha256), Cancellation)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Leaves_nothing_behind_where_writing_fails()
    {
        var folder = new ContentFolder(new FileRoot(_root));
        await Should.ThrowAsync<OperationCanceledException>(() => folder.StoreAsync(new byte[] { 1 }, new CancellationToken(canceled: true)));
        Directory.GetFiles(_root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Answers_nothing_for_an_unknown_content() =>
        new ContentFolder(new FileRoot(_root)).Open(new string('a', 64)).ShouldBeNull();

    [Fact]
    public async Task Twenty_writers_of_one_content_agree()
    {
        var folder = new ContentFolder(new FileRoot(_root));
        var bytes = RandomNumberGenerator.GetBytes(50_000);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => folder.StoreAsync(bytes, Cancellation))));
        answers.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        Directory.GetFiles(_root, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public void A_folder_that_cannot_be_flushed_is_an_error() =>
        Should.Throw<IOException>(() => FolderSync.Flush(Path.Combine(_root, "absent")));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
