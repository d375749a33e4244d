using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Data.Search;
using ServicePlatform.Data.Sites;
using ServicePlatform.Search;
using ServicePlatform.UnitTests.Kernel.Support;

namespace ServicePlatform.UnitTests.Kernel.Search;

public sealed class SearchIndexTests : IAsyncLifetime
{
    private readonly TestSite _site = new();
    private readonly SubjectTokens _tokens = new(new PinyinInitials());
    private readonly Dictionary<Guid, string> _names = [];
    private SiteDbContext _db = null!;

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _db = _site.Create();
        await AddAsync("customer", "张伟民", (SearchField.Name, "张伟民"), (SearchField.Phone, "+8613800001234"), (SearchField.Name, "万科城市花园三期"));
        await AddAsync("customer", "张伟", (SearchField.Name, "张伟"), (SearchField.Phone, "+8613911112222"), (SearchField.Name, "北京市朝阳区望京街道花家地北里3号楼2单元1101"));
        await AddAsync("customer", "李伟民", (SearchField.Name, "李伟民"), (SearchField.Phone, "+861088881234"));
        await AddAsync("customer", "John", (SearchField.Name, "John Smith"), (SearchField.Phone, "+442079460958"));
        await AddAsync("machine", "AQ", (SearchField.Serial, "AQ-RO600-20250012345"));
        await AddAsync("order", "WO", (SearchField.Number, "WO-2611-000123"), (SearchField.Name, "张伟民"));
        await _db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        _site.Dispose();
    }

    [Theory]
    [InlineData("张伟民", "张伟民")]
    [InlineData("张伟", "张伟 张伟民")]
    [InlineData("伟民", "李伟民 张伟民")]
    [InlineData("zwm", "张伟民")]
    [InlineData("zw", "张伟 张伟民")]
    [InlineData("ZWM", "张伟民")]
    [InlineData("wm", "李伟民 张伟民")]
    [InlineData("wkcs", "张伟民")]
    [InlineData("城市", "张伟民")]
    [InlineData("john", "John")]
    [InlineData("smith john", "John")]
    [InlineData("1234", "李伟民 张伟民")]
    [InlineData("13800001234", "张伟民")]
    [InlineData("138 0000 1234", "张伟民")]
    [InlineData("+86 138-0000-1234", "张伟民")]
    [InlineData("010-88881234", "李伟民")]
    [InlineData("8888 1234", "李伟民")]
    [InlineData("１３８００００１２３４", "张伟民")]
    [InlineData("张伟民 1234", "张伟民")]
    [InlineData("张 1234", "张伟民")]
    [InlineData("李 伟民", "李伟民")]
    [InlineData("北京市朝阳区望京街道花家地北里3号楼", "张伟")]
    [InlineData("朝阳区 1101", "张伟")]
    [InlineData("万科，1234", "张伟民")]
    public async Task Finds_customers_as_people_ask_for_them(string text, string expected) =>
        (await FindAsync("customer", text)).ShouldBe(expected.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("张")]
    [InlineData("z")]
    [InlineData("0000")]
    [InlineData("234")]
    [InlineData("3800")]
    [InlineData("张伟明")]
    [InlineData("张伟 5678")]
    [InlineData("北京市朝阳区望京街道花家地北里4号楼")]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("%")]
    [InlineData("\uD83D\0")]
    public async Task Finds_nothing_by_loose_or_short_texts(string text) => (await FindAsync("customer", text)).ShouldBeEmpty();

    [Theory]
    [InlineData("machine", "AQ-RO600", "AQ")]
    [InlineData("machine", "aqro60020250012345", "AQ")]
    [InlineData("machine", "2345", "AQ")]
    [InlineData("order", "WO-2611-000123", "WO")]
    [InlineData("order", "123", "WO")]
    [InlineData("order", "000123", "WO")]
    [InlineData("order", "2611-000123", "WO")]
    [InlineData("order", "张伟民", "WO")]
    public async Task Finds_machines_and_jobs(string kind, string text, string expected) => (await FindAsync(kind, text)).ShouldBe([expected]);

    [Fact]
    public async Task Best_hits_come_first()
    {
        (await FindAsync("customer", "张伟")).ShouldBe(["张伟", "张伟民"]);
        (await FindAsync("customer", "伟民", limit: 1)).Count.ShouldBe(1);
        (await FindAsync("customer", "张伟", limit: 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_replaces_what_was_known_also_before_it_is_saved()
    {
        var subject = new Subject("customer", _names.Single(pair => pair.Value == "张伟").Key);
        var index = new SearchIndex(_db, _tokens, new SearchScope());
        await using var transaction = await _db.Database.BeginTransactionAsync(Cancellation);
        await index.SetAsync(subject, [(SearchField.Name, "王芳")], Cancellation);
        await index.SetAsync(subject, [(SearchField.Name, "张伟"), (SearchField.Name, "赵磊")], Cancellation);
        await index.SetAsync(subject, [(SearchField.Name, "赵磊磊")], Cancellation);
        await _db.SaveChangesAsync(Cancellation);
        await index.SetAsync(subject, [(SearchField.Name, "赵磊")], Cancellation);
        await _db.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);

        var tokens = await _db.Set<SearchToken>().AsNoTracking().Where(token => token.SubjectId == subject.Id).Select(token => token.Token).ToListAsync(Cancellation);
        tokens.ShouldBe(["n赵磊", "izl"], ignoreOrder: true);
        await index.RemoveAsync(subject, Cancellation);
        await _db.SaveChangesAsync(Cancellation);
        (await FindAsync("customer", "赵磊")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_subject_is_found_and_goes_with_a_rollback_and_is_changed_like_any_other()
    {
        var (kept, undone) = (new Subject("customer", Guid.CreateVersion7()), new Subject("customer", Guid.CreateVersion7()));
        (_names[kept.Id], _names[undone.Id]) = ("王芳", "undone");
        var index = new SearchIndex(_db, _tokens, new SearchScope());
        await using (var transaction = await _db.Database.BeginTransactionAsync(Cancellation))
        {
            await index.AddAsync(undone, [(SearchField.Name, "王芳")], Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        await using (var transaction = await _db.Database.BeginTransactionAsync(Cancellation))
        {
            await index.AddAsync(kept, [(SearchField.Name, "王芳")], Cancellation);
            await index.SetAsync(kept, [(SearchField.Name, "王芳"), (SearchField.Name, "赵磊")], Cancellation);
            await _db.SaveChangesAsync(Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        (await FindAsync("customer", "wf")).ShouldBe(["王芳"]);
        (await FindAsync("customer", "赵磊")).ShouldBe(["王芳"]);
    }

    [Fact]
    public async Task What_a_mass_change_has_let_go_of_is_read_anew()
    {
        var subject = new Subject("customer", Guid.CreateVersion7());
        _names[subject.Id] = "王芳";
        var index = new SearchIndex(_db, _tokens, new SearchScope());
        await using var transaction = await _db.Database.BeginTransactionAsync(Cancellation);
        await index.SetAsync(subject, [(SearchField.Name, "王芳")], Cancellation);
        await _db.SaveChangesAsync(Cancellation);
        _db.Forget();
        await index.SetAsync(subject, [(SearchField.Name, "王芳"), (SearchField.Name, "赵磊")], Cancellation);
        await _db.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);

        (await FindAsync("customer", "赵磊")).ShouldBe(["王芳"]);
    }

    [Fact]
    public async Task A_rollback_is_followed_by_a_fresh_look()
    {
        var subject = new Subject("customer", Guid.CreateVersion7());
        var index = new SearchIndex(_db, _tokens, new SearchScope());
        await using (var transaction = await _db.Database.BeginTransactionAsync(Cancellation))
        {
            await index.SetAsync(subject, [(SearchField.Name, "王芳")], Cancellation);
            await _db.SaveChangesAsync(Cancellation);
            await transaction.RollbackAsync(Cancellation);
            _db.ChangeTracker.Clear();
        }

        await index.SetAsync(subject, [(SearchField.Name, "王芳")], Cancellation);
        await _db.SaveChangesAsync(Cancellation);
        _names[subject.Id] = "王芳";
        (await FindAsync("customer", "wf")).ShouldBe(["王芳"]);
    }

    private async Task<IReadOnlyList<string>> FindAsync(string kind, string text, int limit = 20)
    {
        var ids = await new SearchIndex(_db, _tokens, new SearchScope()).FindAsync(kind, text, limit, Cancellation);
        return ids.Select(id => _names[id]).ToList();
    }

    private async Task AddAsync(string kind, string name, params (SearchField Field, string Text)[] texts)
    {
        var subject = new Subject(kind, Guid.CreateVersion7());
        _names[subject.Id] = name;
        await new SearchIndex(_db, _tokens, new SearchScope()).SetAsync(subject, texts, TestContext.Current.CancellationToken);
    }
}
