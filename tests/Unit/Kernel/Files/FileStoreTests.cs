using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Data.Files;
using ServicePlatform.Files;
using ServicePlatform.Security;
using ServicePlatform.UnitTests.Kernel.Support;

namespace ServicePlatform.UnitTests.Kernel.Files;

public sealed class FileStoreTests : IDisposable
{
    private static readonly Subject Visit = new("visit", Guid.CreateVersion7());

    private readonly TestSite _site = new();
    private readonly TestActor _actor = new(ActorKind.Staff, Guid.CreateVersion7());

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ContentFolder Folder => new(new FileRoot(Path.Combine(_site.Folder, "files")));

    [Fact]
    public async Task Stores_the_clean_content_and_records_it_with_its_owner()
    {
        await using var db = _site.Create();
        var store = new FileStore(db, Folder, new ContentUse(), _actor, _site.Clock, new DefaultSettings());
        using var upload = new MemoryStream(Pictures.Jpeg(Pictures.Exif(1, isLittle: true)));

        var file = (await store.SaveAsync(upload, "../安装.jpg", Visit, FileRules.Photo, "Photo", Cancellation)).Value;
        await using (var early = await store.OpenAsync(file.Id, Cancellation))
        {
            early.ShouldNotBeNull();
        }

        await db.SaveChangesAsync(Cancellation);
        var row = await db.Set<FileRow>().AsNoTracking().SingleAsync(Cancellation);
        (row.Id, row.Sha256, row.Bytes, row.ContentType).ShouldBe((file.Id, file.Sha256, file.Bytes, "image/jpeg"));
        (row.Name, row.OwnerKind, row.OwnerId, row.StoredBy, row.StoredAt).ShouldBe(("安装.jpg", "visit", Visit.Id, _actor.UserId, _site.Clock.UtcNow));
        (await File.ReadAllBytesAsync(Folder.PathOf(file.Sha256), Cancellation)).ShouldBe(Pictures.Jpeg());
        (await store.OpenAsync(Guid.NewGuid(), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Says_what_is_wrong_with_an_upload()
    {
        (await CodeAsync([])).ShouldBe("kernel.file-empty");
        (await CodeAsync("<svg/>"u8.ToArray())).ShouldBe("kernel.file-type");
        (await CodeAsync(new byte[1001])).ShouldBe("kernel.file-size");
        Directory.Exists(Path.Combine(_site.Folder, "files")).ShouldBeFalse();
    }

    [Fact]
    public async Task Stops_reading_an_endless_upload()
    {
        var endless = new EndlessStream();
        (await CodeAsync(endless)).ShouldBe("kernel.file-size");
        endless.Sent.ShouldBeLessThan(200_000);
    }

    public void Dispose() => _site.Dispose();

    private Task<string> CodeAsync(byte[] content) => CodeAsync(new MemoryStream(content));

    private async Task<string> CodeAsync(Stream content)
    {
        await using var db = _site.Create();
        await using var upload = content;
        var rules = new FileRules(["image/png"], 1000);
        var result = await new FileStore(db, Folder, new ContentUse(), _actor, _site.Clock, new DefaultSettings()).SaveAsync(upload, "a.png", Visit, rules, "Photo", Cancellation);
        var field = result.Failure.ShouldNotBeNull().Fields.Single();
        field.Field.ShouldBe("Photo");
        return field.Code;
    }
}
